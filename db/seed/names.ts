import { foldName } from "#app/domain/signature/identity.ts";
import { pick, type Random } from "./random.ts";

const FIRST = (
  "Aaliyah Abigail Adaeze Aisha Alasdair Amara Amina Andrzej Angharad Anil Anjali Arthur Ayesha Babatunde Beatrix " +
  "Bethan Blessing Bogdan Bronwen Callum Caoimhe Carys Catriona Chidi Chloe Clementine Conor Cordelia Daisy Dariusz " +
  "Deepa Delroy Dilys Dougal Ebony Edith Eilidh Elif Emeka Esme Ewan Farah Fatima Femi Ffion Fiona Florence Freya " +
  "Gareth Gethin Gloria Grace Gurpreet Gwen Habiba Hamish Hannah Harpreet Hassan Helena Hugh Ibrahim Imogen Imran " +
  "Ines Iona Isabel Ishaan Ivy Jamal Jasmine Jean Jerome Joyce Jude Kamal Karim Katarzyna Kavita Keira Kofi Kwame " +
  "Layla Leonie Lewis Lin Lola Lowri Łukasz Lydia Maeve Magda Malachi Mandeep Marcia Margot Mariam Marlon Matilda " +
  "Mei Meera Mohammed Morag Murdo Nadia Naomi Nasreen Nerys Ngozi Niamh Nikhil Noor Olamide Olive Omar Oona Oscar " +
  "Oluwaseun Parveen Patience Phoebe Pia Priya Rafael Rahul Raj Rhiannon Rohan Rosalind Roza Ruairi Sabina Sadia " +
  "Saoirse Seren Shabnam Shanice Sienna Sinead Siân Soraya Stefan Sunita Tamsin Tariq Temitope Theo Tomasz Una Usha " +
  "Vera Vikram Violet Wanda Wilfred Winston Xin Yasmin Yusuf Zainab Zara Zoë Zofia"
).split(" ");

const LAST = (
  "Abara Abernethy Achebe Adeyemi Aldous Alderwick Amadi Ap-Rhys Arkwright Ashdown Athwal Bairstow Balogun Banerjee " +
  "Barraclough Beckwith Begum Bellweather Bhatt Blenkinsop Boateng Bracegirdle Brightwell Brannigan Burdekin Cadwallader " +
  "Callender Chaudhry Chowdhury Clutterbuck Copperwheat Coulthard Cromarty Culpeper Dankworth Dasgupta Dhaliwal Diallo " +
  "Dimmock Dunmore Durrant Ellicott Endacott Eze Fairclough Farooqi Fearnley Fenwick Fernsby Finnegan Flockhart Fotheringay " +
  "Gallowglass Garside Gathercole Ghosh Gilhooly Goddard Grzelak Gunawardena Hallworth Haq Hathersage Heppenstall Hibbert " +
  "Holloway Hossain Hurst-Lacey Ingleby Iqbal Islam Iwu Jagger Janowska Jephcott Joshi Kaczmarek Kandola Kapoor Kaur " +
  "Kerridge Kinsella Kowalczyk Lacey Lakhani Langthorne Larkrise Lavender Lightfoot Llewellyn Lockhart Longbottom Macaulay " +
  "Maciejewski Mahmood Malik Mandeville Marsden Mbeki McAllister McGillivray McIlroy Mehta Merriweather Mistry Mwangi " +
  "Nandakumar Nettleship Nkrumah Nowak Nwosu O'Halloran O'Shaughnessy Obi Ogunleye Okafor Okonjo Olatunji Oyelaran " +
  "Pankhania Parmar Pemberton Penhaligon Pettigrew Popescu Prendergast Quartey Quigley Rafferty Rahman Ramsbottom Rattigan " +
  "Ravensdale Rees-Howell Rosewarne Rutherglen Sagoo Sandhu Sanusi Sarpong Shackleton Siddiqui Sitwell Sokolowski Sorley " +
  "Standish Stonebridge Suleiman Swinburne Tanaka Tansley Tattersall Tedesco Thackeray Thistlewood Tregenza Trevelyan " +
  "Tsang Uddin Umeh Underhay Vaidya Venkatesan Wadsworth Waddell Wainwright Warburton Wetherby Whitlock Wigglesworth " +
  "Winterbourne Wojcik Woolgar Yamamoto Yarrow Yeboah Zaman Zielinski"
).split(" ");

/** An invented name, never one of `taken`, which holds folded names: those of sitting representatives. */
export function inventName(random: Random, taken: ReadonlySet<string>, last = pick(random, LAST)): string {
  for (;;) {
    const name = `${pick(random, FIRST)} ${last}`;
    if (!taken.has(foldName(name))) return name;
  }
}

/** The name in the letters of an address. */
export function plainLetters(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase();
  return letters
    .replace(/[^a-z ]/g, "")
    .trim()
    .replaceAll(" ", ".");
}
