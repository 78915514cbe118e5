/** First names and their short forms as families in Britain give them; in lower case, without accents. */
export const BRITISH_NAMES = `
oliver george arthur noah muhammad leo oscar theodore theo archie jack harry henry freddie charlie thomas tommy jacob alfie
finley isaac joshua josh james jamie william wills billy teddy edward edwin eddie ted ned alexander alex alexa lucas luca louie louis
ethan daniel dan danny joseph joe joey mason harrison max maxwell toby tobias adam reuben arlo jude roman hugo rory albie albert
albie bertie jaxon jaxson jackson jenson sebastian seb logan elijah eli ezra luke hudson ronnie reggie reginald frankie francis frank tyler kai
kyle caleb samuel sam sammy benjamin ben benji benny dylan nathan nathaniel nate michael mike mikey matthew matt matty zachary zach zac zak ryan
liam callum calum connor conor ellis elliot elliott eliot aiden aidan ayden jayden jaydon kayden kaiden cayden brayden hayden
bradley brad cameron cam charles chas christopher chris kit kieran kieron kian keiran keiron lewis lewie owen rhys riley reilly robert rob robbie
bobby bob rowan stanley stan vincent vinnie walter walt wilfred wilf wilfie xander zane corey cory craig damian damien darren
darryl daryl david dave davey dean declan dennis derek dominic dom donald doug douglas duncan dwayne edmund elvis eric ernie evan ewan
euan felix fergus finn finlay flynn fraser fred frederick gabriel gabe gareth garry gary gavin gaz geoff geoffrey gerald gerard giles glenn gordon
graeme graham greg gregory grayson greyson guy hamish harley harris harvey hector herbert horace howard hugh hughie hunter
ian iain isaiah ivan ivor jake jared jarvis jason jasper jay jed jeff jeffrey jensen jeremiah jeremy jerome jerry jesse jim jimmy joel
john johnny johnnie jon jonah jonas jonathan jonny jordan jules julian justin keegan keith kelvin ken kenneth kenny kenzo kerr kevin kev kirk
kurt kelvin lance lawrence laurence larry lawson lee len lenny lennox leon leonard leroy leslie les levi lincoln lionel lloyd lorcan
lyle malcolm malachi marcus marc mark marshall martin marty martyn marvin maurice max maximus melvin miles milo mitchell
mitch monty morgan murray myles neil nelson neville nicholas nicolas nick nicky nicholai nigel noel norman oakley obi olly ollie orlando orson
oswald otis otto parker patrick paddy paul percy perry pete peter petey phil philip phillip phoenix pip preston quentin quinn ralph ralphie raphael ray
raymond rex ricky richard rick richie rod roderick rodney rodger roger roland rolo ron ronald ross roy rudy rufus rupert russell rusty
saul scott scottie sean sidney sid silas simon sonny spencer stefan stephen steven steve stevie stewart stuart struan tate taylor
terence terry tim timothy timmy tobi todd tom tony travis trevor tristan tristram troy ty tyson vernon vic victor wallace warren wayne
wesley wes wilbur wilson winston woody wyatt xavier zeke ziggy axel bodhi bodie brody brodie casper cassius chester colin con cole
colton cooper curtis clive clifford cyril blake bruno brandon brendan brett brian bryan bryn byron barnaby barney barry barrie basil
bailey baxter beau benedict bentley bernard bert bertrand boris boyd adrian aaron abel abraham ace addison alan allan allen alastair alistair alasdair
alec alf alfred alvin ambrose amos andre andrew andy angus anthony anton archibald archer archy ari arnold asa ashley ashton asher aubrey augustus austin
dexter dex dougie dustin denzel denny des desmond deacon darcy dane daley crispin cosmo cormac conrad colm clyde claude
olivia amelia isla ava ivy florence flo florrie freya willow poppy lily lilly lillie ella elsie evie evelyn eva sophia sofia sophie grace gracie isabella
isabelle isabel izzy bella mia millie milly daisy charlotte lottie emily matilda tilly tillie alice penelope penny phoebe rosie rosa rose
ruby sienna harper hallie halle harriet hattie emma emmie emmy erin eliza elizabeth eleanor ellie elena elle ellen elodie eloise
aria ada aurora arabella ayla maisie maya margot maeve mabel maddison madison maddie madeleine madeline martha mary mollie molly
nancy nell nellie nevaeh niamh nicola nicole nina nora norah orla ottilie olive orlaith paige paisley peggy pearl primrose priscilla prudence
rachel rae robyn rebecca becky becca bex beccy rhian rhoda rita roberta rosalie rosalind rosemary roxanne roxy ruth sadie sally sam samantha sammi sandra
sara sarah sasha savannah scarlett scarlet selina serena shannon sharon shaz sheila shelley shelly shirley sian sienna simone skye skyla skylar
sophie stacey stacy stella stephanie steph summer susan susie suzanne suzie sue sylvia sybil tabitha tamara tamsin tania tanya tara tasha
tess tessa thea thelma theresa teresa tiffany tina toni tracey tracy trish tricia trudy una ursula valerie val vanessa vera verity
veronica vicky vicki vicks victoria viv vivien vivienne violet wanda wendy whitney winifred winnie yasmin yasmine yolanda yvette yvonne zara zoe
zoey zena zelda abigail abi abbie abby adele adeline agatha agnes aileen aimee ainsley alana alanna alannah alexandra alexis alicia alina alison ally
allison alma alyssa amanda mandy amber amelie amy anastasia andrea angela angie angel angelina anita ann anna annabel annabelle
anne annette annie annika anthea antonia april ariana ariella arlene arya ashleigh astrid audrey autumn avery ayesha barbara barb babs beatrice bea beatrix
belinda bernadette bernice bertha beryl bess bessie beth bethan bethany bethanie betsy bettie betty bev beverley beverly blossom bonnie brenda bridget bridie
bridie briony bronwen brooke bryony caitlin caitlyn kaitlin callie camilla cara carla carly carmel carmen carol carole caroline carolyn carrie cassandra cassie
catherine cathy cecilia cecily celeste celia chanel chantal chantelle charis charlene charley chelsea cherie cherry cheryl chloe christa christabel
christie christina christine chrissie cindy claire clare clara clarissa claudia clementine clover coco colette colleen connie constance coral cora cordelia
corinne courtney cressida cynthia dana danielle dani daphne dawn deanna debbie debs deborah deb deirdre delia delilah delphine demi demi-leigh denise desiree
diana diane dianne dinah dolly dominique donna dora doreen doris dorothy dot dottie edie edith edna eileen elaine eleanora elisa elise elissa ellamae ellie-mae eloisa
elspeth emmeline enid erica erika esme esmae esmee estelle esther ethel etta eunice eve everleigh faith fay faye felicity fern fiona fliss
fleur flora fran frances francesca frances freda gabriella gabrielle gail gayle gemma genevieve georgia georgiana georgie georgina geraldine gertie gertrude gillian
gill gina ginny gladys glenda gloria greta gwen gwendolyn hannah hayley hazel heather heidi helen helena henrietta hermione hilary hilda holly honey
honor hope hollie ida imogen immy ines ingrid irene iris isobel isabel isadora isolde ivana jacqueline jackie jacqui jade jan jane janet janette janice janine
jasmin jasmine jayne jaz jean jeanette jemima jemma jen jenna jenni jennie jennifer jenny jess jessica jessie jill jillian jo joan joanna joanne jodi jodie
jody josephine josie joy joyce judith judy jules julia julianne julie juliet juliette june juno justine kara karen kaz karin karina kat kate katherine katherine kathleen
kathryn kathy katie katrina katy katya kay kaya kayla kayleigh kaylee keeley keira kiera kelly kelsey kendra kerri kerry kezia kim kimberley kimberly kirsten
kirstie kirstin kirsty kitty kristen kristina kyla kylie lacey lana lara larissa laura lauren lauryn lavinia leah leanne lea leann leila leona leonie leonora
lesley lexi lexie libby lia liana lila lilian lillian lilia lily-mae linda lindsay lindsey lisa lisbeth lois lola lorelei loretta lorna lorraine lou
lorrie lottie louisa louise luana lucia lucille lucinda lucy lulu luna lydia lynda lyndsey lynette lynn lynne lynsey lyra mabel mae maggie maisy mallory mandy
marcia margaret margaux margery maria mariah marian marianne marie mariella marigold marilyn marina marion marissa marjorie marlene marley marnie martina
maud maude maureen mavis maxine may megan meg melanie mel melissa melody mercy meredith mercedes merryn meryl michelle shell mildred mimi mindy minnie mirabel
miranda miriam moira mona monica muriel myra myrtle myla mya nadia nadine naomi natalie nat natasha nettie nerys nia nikki nikita nola
noelle noreen norma nova octavia odette odelia olga olwen ophelia orianna pam pamela paloma pandora pat patience patricia patsy patti patty paula
paulette pauline penelope persephone petra petunia philippa pippa phillippa phyllis pixie polly pru queenie quincy quinn ramona raven rayna rhea
rhiannon romilly rona ronnie rosalyn rosamund roseanna rosanna roseann rosetta rowena ruthie sabrina saffron saffy sage saskia shania shauna shayla sherri sherry
sheryl shona sorrel suki sunny tallulah talia tatiana tatum tayla teagan tegan thalia thomasina tia tiana tiegan tilda tilly-mae tuppence
vienna viola virginia vivian ximena xanthe xena zadie zinnia aoibhe baz caz daz gem hev jojo lils loz maz mads tash
oakleigh kayden-lee alfie-james tyler-james ruby-mae lilly-rose ellie-may ellie-rose ava-mae riley-jay lacey-mae kenzie mckenzie mackenzie kensi shay reece
reiss shane kane jace zaiden jayce teddie tj aj jj cj dj kj mj pj rj bj
`;
