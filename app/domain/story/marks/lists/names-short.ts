/** Short forms, newer spellings and names of the last twenty years, as families write them; in lower case, without accents. */
export const SHORT_NAMES = `
kath kathy kathleen cath cathy cathie cass cassie cassidy kass mandy shaz shazza gaz bazza daz dazza baz kez kezza jez jezza loz lozza tez tezza mez chaz charl charlene sharl marv marvin
harleigh harlee kodi kody cody codie kodie kobi kobie kobe koby tobe taio tayo jaiden jaydan jaidyn jaycee jayce jaxxon jaxton jaxx braxton brax bodhi bodie bohdi bowie
rio rico ricco zayne zaine zack zakk zakariah zeke zander xavi xavier xavia kaison kaleb kaylan kaylen keelan keegan keenan kenzie kenzi kenzo mckenzie mackenzie
lexi lexie lexy lacey lacie laila layla leila lyla lilah lillie lilly lily-mae lilly-mae ellie-mae ellie-may evie-mae evie-rose gracie-mae gracie lola-rose lottie lotty lotta lettie lettice
tilly tilley tillie milly millie mollie molly maisy maisie maizie mazie macie macey may-lee mayleigh mya myah maya maiya miya miyah mila milah myla mylah aila ayla isla-rae isla-mae islay islarae
harper-rose darcie darcey darcy dotty dottie dolly dollie edie eadie edith effie elsie elsy elsa elodie eloise eliza elisa ellia ella-rose emmie emmy esme esmee esmae etta
florrie flo flossie florence freya freyja frey fia fifi fern ferne georgie georgi georgia-mae gigi ginny gwennie hattie harri harrie henley hendrix hudson hux huxley ike iggy ignatius
indie indi indy indiana inaya jasmin jaz jazz jazmin jem jemma jemimah jess jessie jessi jodie jodi jody jonah jonty jools jory josie joss jossie jude juno kaci kacey kacie kaisha
kaydee kayla kaylee kayleigh keeley keely keira kiera kiki kimmy kirsty kirstie kit kitty lainey lana lara leanna leanne leighton lenny lennie lenni lennox leyton lil linzi liv livvy livi
livvie lois lolly lorna lou louie-jay lowri luana lulu lyndsey lynsey mabel mabs maddie maddy madi madison mads maeve maggie margo margot marley marli marnie marnie-rae marlon martha mattie
mavis mel melly mercy-may meg megs mick mickey mikey milo minnie miri mitch mitchell moll monty morgs murph nads nana-rose nell nella nellie nelly nessa nettie nevaeh niall nico nixon
noa noah-james nola nora norah odin odette olly ollie oti otis otto ozzy ozzie paddy pads patsy perry pheobe phoebe phebe pippa pippin poppy-mae posy preston-lee quinn
rafe rafferty raff raffy raya rayaan reece reef reggie-lee reid remi remy remi-rae ren renee rhiannon rhi rhys-james richie rocco rocky rod roman-lee romeo romy ronan ronnie-lee roo roxy roxie
ruben rubi rubie rudi rudy rufus russ ryder rylan rylee saff saffi saffron sallie sammie saoirse-mae saskia savannah savanna scarlett scarlet selena shay shayla shayne shaun sheryl
sienna skye skyla skylar skyler sonnie sonny-lee stacey stacy steph stephie stevie steve-o suki summer-rose suzie suze suzy tabitha tabby tallulah tamsin tamzin tasha tash tatum tay taya teagan
tegan teggie teigan teddie teddy-lee tee thea theo-james tia tiana tiegan tierney tiggy tobias toby tommo toni tori torin trace tracey tracy trev trevor tricia trish trudie trudy
ty tyson tylah tyla tyler-jay tyler-james verity vera vicki vickie vicky viv vivi vivienne wez wilbur wilf willa winnie winter-rose woody-lee wynter zach zachariah zai zaid zaiden zara zarah zeb
zeph zephyr zendaya ziggy zoe zoey zuri zyon bev beverley beverly babs barb barbs deb debs debbi debz dee deedee denise den deno des dez dilys dorcas doreen dot eileen elaine enid erica ethel
gail gayle geoff ger gerry gill gillian glenda glenys glynis gordie graeme hilary hils hughie inez irene isobel jackie jacqui jacs jacq jan-marie janet janette janice jayne jeanette jeff jen jenni jennie
jenny jill jilly joan joanie jo-anne joanne joanna jonno jord jules julie juliet kaz keith kev kim kirk kris krissy lind linda lindsay lindsey liz lizzie lorraine lyn lynda lynette lynn lynne malc
marcia marg margaret marge marian marianne marie maureen maur maxine merv mervyn moira mo-mo muriel neil nev neville nige nigel noreen norm norma norman olwen pauline paula pete phil philippa
phyll phyllis raj ralph ravi rhona rita roger ron ronald rosalind rosemary rosie roz sal sally sandie sandra shaz sheila shell shelley shelly shereen shirl shirley sian simone stella stu stuart
sylv sylvia ted-james terri terry thelma tina todd ursula val-anne vanessa vera vern vernon vi vince vonnie wanda wendy yvette yvonne zena
bashir junaid haroon hamza hamzah ibby ibz moh mohd muhammed mohammad mahmoud mustafa mo-salah zee zaki zakir zohaib zubair usman uthman umair talha taimoor sufyan shoaib shahid saqib salim
rehan rayan qasim osama nabeel musa mubarak kashif jibril idris ilyas huzaifa faisal ehsan bilal ayub asim arham anas adeel aroush anaya aisha-noor hafsah iqra khadija maryam safiyyah sumaiya zainab
dara tiwa tobi tomi temi temitope teni simi seyi segun sade remi-ade ope ola niyi mofe lanre kunle kemi ife feyi ebun dami bola bayo ayo ade abi yaw yaa kwesi kwaku kofi kojo esi efua ekow akosua ama
nkechi ngozi nneka kene kenechukwu chidi chike chuka chinedu amaka adaeze ada obi ifeoma ify uche zim tendai tatenda tariro rudo rutendo farai kudzai thabo sipho lerato dawit selam yonas hanna-selam abel-dawit
bao linh hoa minh thi nguyen trang huong thu phuong duc hieu khanh mei-ling xin xinyi yuxuan zihan wei-lin jun-hao haruto yuki min-jun ji-woo jiho seo-yeon
ola kuba kacper antek franek staś zosia zuzia hania asia gosia kasia basia ania ela ewa iwona beata bożena agnieszka tomek wojtek maciek bartek krzysiek darek jarek arek
aadya agastya amardeep anish armaan bharat devika girish gurleen harleen jatinder kareena naina reyansh ridhi shaan shanti sharma shehnaz tanvi zayan ghulam inayat kaneez kausar liaquat maham mariyam muneeba pervez razia yaseen zubaida
agarwal ahluwalia akhtar anjum aslam begum bhatt bhatti chaudhry chaudhary chowdhury dhaliwal dhillon gill-kaur gohil gupta hussein iqbal jafri jain joshi kapoor kaur khatun khanom lodhi mahmood malhotra miah mirza mistry nair naidu parmar pillai qureshi rahman rathod rehman sandhu sarwar shafiq siddiqui sidhu solanki subramaniam trivedi uddin verma virk
asante boateng dele folu hauwa isatu jibola joko korede kudirat mensah nkemdilim nneoma ogechi osei sekai somto tambudzai tariku temilola biniam bereket hiwot mekdes natnael samrawit tigist bilan deeqa fadumo guled ismahan liban mahad nasra roble sagal samatar shukri zamzam adeyemi okafor okonkwo okoro balogun owusu appiah agyeman asamoah ofori amoah
abeer ameen amjad areej arwa bayan farshid ghazal haya huda karwan laith lama mostafa najwa nasser parvin salam sepideh siamak soraya tala rebin shilan hewa dilnia rozhin avin zilan berfin baran hozan kawa aram hawre sherko
mihai andrei ionut ioana ilinca stefania raluca bogdan vlad vasile anca alina-maria dainius mantas lukas-jonas jurgita rasa giedre egle ausra kestutis
`;
