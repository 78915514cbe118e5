/** First names from Wales, Ireland, Scotland; in lower case, without accents. */
export const CELTIC_NAMES = `
aled alun alys anest aneirin angharad anwen aneurin arwel arwen arwyn beca bedwyr berwyn beti bethan betsan branwen bronwen bronwyn bryn brynmor caradog
carys carwyn catrin celyn cadi cai cari caron ceinwen ceri cerys cledwyn creirwyn dafydd dai deiniol delyth deian deiniol dewi dilwyn dilys dwynwen dyfan dyfed dylan
ebrill efa eifion eilir eira eirian eirlys eirwen elan elen eleri elfed elgan elin eluned emlyn emrys emyr enfys enid erin esyllt euros
fflur ffion ffiona ffred gareth geraint gerallt gerwyn gethin glenys glyn glyndwr glynis goronwy gronw gruff gruffudd gruffydd guto gwawr gwen gwenan gwenda gwendoline
gwenllian gwenno gwenyth gwern gwil gwilym gwion gwladys gwyn gwyneth gwynfor haf hari hawys hedd hefin heledd heulwen heini hopcyn hywel huw iago ianto idris idwal iestyn
ieuan ifan ifor illtud ilan ioan iola iolo ioan iori iorwerth islwyn ithel iwan leisa lili llew lleu llewelyn llinos llio lliwen lloyd llyr llywelyn lleucu lowri luned mabli macsen macs
madoc madog mali maldwyn mared mari marged mair meinir meilyr meirion meleri menna mererid meurig morfydd morgan myfanwy myrddin nan nansi nanw nel nerys nest nesta nia
non olwen osian owain owen peredur prys pryderi rhian rhiannon rhodri rhun rhydian rhys robat rowena sara seren sian sioned sion siwan siriol steffan syfi
taliesin talfryn tecwyn tegid tegwen teifi teleri tesni tomi tomos trystan tudur twm wena wil wyn ynyr
aisling aoibheann aoibhe aoife ailbhe aine aindrias ardal art bairre blathnaid barra bebhinn bláthnaid brid bridin bride bridget breda brendan brian brigid brogan bronagh
caoilfhionn caoimhe caoimhin cahal cahir calum canice caolan caragh carol cathal cathan catriona ciara ciaran cian cillian clodagh clionadh cliona cliodhna cathaoir
colm colman colum conall conan conchobar concepta conor cormac cuan dara daragh darragh daire dairine dermot dearbhla derbhla dervla diarmuid diarmaid declan deirbhile deirdre
donal donncha donnchadh dualta dymphna eabha eadaoin eanna eamon eamonn eileen eilis eimear eimhear einin eithne emer emmet enda eoghan eoin ella erin etain ethna fearghal feargal
fergal fiachra fiadh finbar finian finnian finola finnuala fintan fionn fionnuala fionntan fodhla gearoid gobnait grainne grania iarla ide ita jarlath kathal keelan keeva keelin kevin
labhaoise laoise laoighseach lochlann lochlan lorcan liadan liadh maeve meabh madhbh maebh mairead maire mairtin mairin malachy manus meadhbh micheal milo muireann muiris murtagh naoise naoimi neasa nessa neave nevan niall niamh noirin nollaig nuala odhran odran oisin oran orla orlagh orlaith oonagh
padraic padraig padraigh paudie paidi paddy proinsias peadar pearse phelim ronan rioghnach roisin rosheen ruairi ruairí ruadhan rory rian sadhbh saoirse saraid seamus seanan seanna senan seosamh siofra sive siobhan shivaun sinead shay shane sorcha suibhne tadhg teige taidhg teagan tiernan tighearnan tomas turlough ultan una
ailsa aileas aonghas ailean alasdair angus archibald athol beathan blair bruce callum calum catriona ceitidh cailean coll colin craig craigie dougal dougie dugald dougall donald duncan eilidh effie elspeth erskine euan ewan ewen eachann fearghas
farquhar fenella fergus finlay fiona findlay fraser gavin gillies gregor greer grant greig hamish heather innes iona irvine ishbel isla islay iseabail isobel iain jean jessie jock keir keith kenna kenneth kirsty lachlan lachie leith lennox lewis lorne lorna logan magnus mairi malcolm maisie morag moira mhairi mhari morven
muir muireall mungo murdo murdoch murray neil niven norrie ramsay ranald roddy rona ross rory ruaridh ruairidh scott seonaid seoras shona skye sorley stewart struan tam tavish torquil una wallace
bernadette concepta carmel majella assumpta attracta dympna philomena malachi jimmy-joe paddy-joe mary-kate johnjoe margaret-mary bridgie
`;
