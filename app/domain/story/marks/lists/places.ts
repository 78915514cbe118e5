/**
 * Words in the names of councils, constituencies and larger towns: too many people live there for the name to lead to
 * a child. Source: councils and constituencies of the reference data, with towns added.
 */
export const LARGE_PLACES = `
abbot aberafan aberconwy aberdare aberdeen aberdeenshire aberystwyth abingdon acton adur africa airdrie albans aldershot aldridge alfreton alloa altrincham alyn amber america amersham andover anglesey
angus antrim arbroath ards argyll armagh arran arun arundel ash ashbourne ashfield ashford ashington ashton asia atherton auckland austell avon axholme aycliffe aylesbury aylesford ayr ayrshire
babergh bakewell banbridge banbury bangladesh bangor bann banstead barnet barnsley barnstaple barr barrow barry basildon basingstoke bassetlaw bathgate batley battersea bayswater beaconsfield
beckenham beckton bedford bedfordshire bedworth belfast bellshill belper berkhamsted berkshire bermondsey berwickshire bethnal beverley bewdley bexhill bexley bexleyheath bicester bideford biggin
billericay birkenhead birmingham bishop blaby blackburn blackley blackpool blaenau blaydon bletchley bloxwich blyth bodmin bognor bolsover bolton bootle bordon boston bosworth bourne bournemouth bow
bracknell bradford bradley braintree breckland brecon brent brentford brentwood bridgend bridgwater bridlington brigg brighton brightside bristol britain brixton broadland bromborough bromley
bromsgrove bromwich broughty brownhills broxbourne broxtowe buchan buckingham buckinghamshire burnley burton bute buxton buzzard caerfyrddin caerphilly caithness calder calderdale camberwell camborne
cambridge cambridgeshire camden cannock canterbury cardiff carlisle carluke carmarthenshire carrick carshalton castleford castlereagh ceredigion chadderton charnwood chase chatham cheadle cheam
chelmsford chelsea cheltenham cherwell chesham cheshire chester chesterfield chichester china chingford chippenham chipping chislehurst chiswick chorley christchurch cities clackmannanshire clacton
clapham clay cleethorpes cleveland clitheroe clwyd clyde clydesdale coastal coatbridge colchester coldfield colne congleton conisbrough consett conwy corby cornwall cotswold cotswolds cottingham
coventry cowdenbeath craigavon cramlington crawley crayford crewe cromer croydon cumberland cumbernauld cumbria cumnock cwm cynon dacorum dagenham dale darlington dartford darwen daventry dean deane
deepings deeside denbighshire denby denton derby derbyshire derry devizes devon devonport dewsbury didcot dollar doncaster dorchester dorking dorset dover downs droitwich dronfield dudley dulwich
dumfries dumfriesshire dunbartonshire dundee dunfermline dunstable durham dwyfor ealing earley easington easingwold eastbourne easter eastleigh eccles eddisbury edgbaston edinburgh edmonton edmunds
eilean eileanan ellesmere elmbridge eltham ely enfield england epping epsom erdington erewash erith esher essex europe evesham ewell exeter exmouth fakenham falkirk falmouth fareham farnborough
farnham faversham felixstowe feltham fenland fermanagh fife filton finchley finsbury fleetwood flintshire folkestone foyle france friern frome fulham furness fylde gainsborough galloway garston
gateshead gedling germany ghana gillingham glamorgan glasgow glastonbury glenrothes glossop gloucester gloucestershire glyndwr godalming golders goole gordon gorton gosport gower grangemouth grantham
gravesend gravesham grays greenwich grimsby grinstead grove guildford gwent gwynedd hackney hailsham halesowen halewood halifax hallam haltemprice halton ham hamble hamilton hamlets hammersmith
hampshire hampstead hams hanham harborough haringey harlington harlow harpenden harrogate harrow hartlepool harwich hastings havant havering hayes hazel headingley heanor heeley helens helsby hemel
hempstead hemsworth hendon henley hereford herefordshire herne hertford hertfordshire hertsmere heston hexham heywood highgate highland hillingdon hillsborough hinckley hitchin hodge holborn
holderness holland honiton horley horncastle hornchurch hornsey horsham houghton hounslow huddersfield hull huntingdon huntingdonshire hyde hykeham hyndburn hythe iar ilford ilkeston ilkley immingham
india inverclyde inverness ipswich ireland isleworth islington islwyn italy itchen ives jamaica jarrow keighley kemptown kendal kenilworth kensington kent kesteven kettering keynes kidderminster
kilbride killingworth kilmarnock kimberley kincardine kings kingston kingswinford kinross kirkcaldy kirkintilloch kirklees knaresborough knottingley knowsley ladywood lagan lambeth lanarkshire
lancashire lancaster leamington ledbury leeds leicester leicestershire leigh leighton leith leominster lewes lewisham leyton lichfield limehouse lincoln lincolnshire lindsey linlithgow lisburn
littlehampton liverpool livingston llandudno llanelli lochaber london londonderry lonsdale lothian loudoun loughborough louth lowestoft ludlow lunesdale luton lyme lyne lynn macclesfield maesteg maida
maidenhead maidstone makerfield maldon malling malton malvern manchester mansfield mare margate matlock medway meirionnydd melksham melton mendip meriden merthyr merton middlesbrough middleton
midlands midlothian milton minehead mitcham mon monmouthshire montgomeryshire moorlands moray morden morecambe morley moseley motherwell mourne musselburgh nairn nantwich neath neots neston newark
newbury newcastle newham newington newport newquay newry newton newtown newtownabbey nigeria norfolk normanton northallerton northampton northamptonshire northfield northumberland northwich northwood
norwich norwood nottingham nottinghamshire nuneaton oadby oak ogmore oldham omagh ongar orkney orpington ossett oswestry oxford oxfordshire paignton paisley pakistan pancras pavilion peacehaven
peckham pembrokeshire penarth pendle penge penistone penkridge penrith penzance perry pershore perth perthshire peterborough pinner plymouth pocklington poland pontefract pontypridd poole poplar
portslade portsmouth powys preseli preston pudsey putney queen's radnor rainham ramsgate rawmarsh rayleigh redbridge redcar redditch redruth regis reigate renfrewshire retford rhondda rhyl rhymney
ribble richmond riding ripley ripon riverside rochdale rochester rochford romania romford romsey ross rossendale rother rotherham rothwell roxburgh royton rugby ruislip runcorn runnymede rushcliffe
rushden rushmoor rusholme rutherglen rutland saddleworth salford salisbury sandwell sandwich scarborough scilly scotland scottish scunthorpe sefton selby selkirk selly sevenoaks severn sheffield
sheppey sherwood shetland shields shipley shire shirley shoreditch shoreham shotts shrewsbury shropshire siar sidcup sidmouth sittingbourne skegness skipton skye sleaford slough smethwick solihull
solway somalia somerset somerton southall southam southampton southend southgate southport southwark spain spelthorne spen spennymoor stafford staffordshire stalybridge stamford stepney stevenage
stirling stockport stocksbridge stockton stoke stortford stourbridge stourport stowmarket strabane strangford stratford strathallan strathaven strathspey streatham stretford strood stroud sudbury
suffolk sunderland super surbiton surrey sussex sutherland sutton swadlincote swale swansea swindon syria syston taff talbot tameside tamworth tandridge tatton taunton tavistock tawe tees teignbridge
telford tenbury tendring tewkesbury thame thames thamesmead thanet thetford thirsk thornaby thornbury thurrock tilbury tipton tiverton tonbridge tooting torbay torfaen torquay torridge tottenham tower
trafford trent trowbridge truro tunbridge tweeddale twickenham tydfil tyne tynemouth tyneside tyrone uckfield uk ukraine ulster upminster urmston usa uttlesford uttoxeter uxbridge vauxhall view
wakefield wales walkden wallasey wallington wallsend walsall waltham walthamstow walton wandsworth wanstead wantage warrington warwick warwickshire washington waterlooville watford waveney waverley
wavertree weald wealden wednesbury wellingborough wellington welwyn westminster westmorland weston wetherby weybridge weymouth whickham whiston whitby whitehaven wickford widnes wigan wight wigston
wiltshire wimbledon winchester winchmore windsor wirral wisbech wishaw witham withington witney woking wokingham wolds wolverhampton woodford woodley woodstock woolwich worcester worcestershire
workington worksop worsley worthing wrekin wrexham wychavon wycombe wye wyre wyrley wythenshawe yardley yarmouth yate yeovil ynys york yorkshire
`;
