/** Names that are also common words, months or places: a capital and their place in the sentence must decide. */
export const AMBIGUOUS_NAMES = `
hope lama salam avin baran shanti tala gang bowie rio ike shell tee ren reef roo rocky winter wanda perry pippin mercy trace raff flo fern indie jazz jem cass bodie abi dot den des rod sal todd vi lil lana mo ty moll mads noa nell mel meg liv rita rasa ela asia ola ama obi ope ada dara kit norm ron jen marge ralph duc thu thi hoa bao wei kim yuki vlad zee zai ger val-anne gail posy margo reid marg mick phil russ raj gill grace faith joy rose daisy lily poppy ivy iris violet ruby amber pearl jade crystal robin jay dawn eve summer autumn april june may august ray bill rob jack pat sue sandy gene frank ernest drew
grant chase art max guy dean miles rich carol holly heather hazel olive ash rowan willow basil sage clay cliff glen lance wade reed brook brooke penny patience prudence charity blessing precious gift
happy sunny star sky river nick mike don ed al les sonny bonny teddy bear buddy angel destiny harmony melody trinity chelsea paris london lincoln preston kent devon sydney austin jordan israel
kingston chester king prince princess duke earl baron bishop pope mason carter cooper parker hunter archer porter fisher baxter will mark josh chuck jet jean jeans bob pip peg nip rusty woody dusty
misty stormy honey cherry berry ginger candy sugar coco peaches clover coral fern flora forest rosemary myrtle primrose marigold blossom merry mercy verity constance clemency felicity honor honour
noble justice freedom liberty unity love peace wisdom trust favour praise divine victory queen queenie royal christian pagan major minor page paige sterling stirling cash dolly dot tiny tiger lion leo
wolf fox raven wren phoenix dove swift lark julia opal ivory indigo scarlet tawny dusk luna nova stella comet sol solar ocean sea bay cove heath dale vale lee lea leigh ford marsh son so an my long
can hung dung phuc bich do ha ho hi he ban thu tin tien tu lan mai han dan van tan nam kim loan minh quan toan tung bo ming min hong song ping ling ting shan shu sun sung yan yin yang jing jin jun
fang feng lei mei hua hana dat dong ran rin ren rika shin sin sam sum pari rai ravi sai rani dimple pinky sweety lucky rosy jolly baby bobby prem jyoti tara mala moti hari ram om anna amen nan nana
nanny ana abba baba papa mama dada sister mo jo di vi ty abel cain asa ace ari beau bee bud cat cole cory fay fin flo gay gem gig hank jude kit kip knight lane law len lex lou luke mac mat mick ned
neo nell newt norm oz pace pan pax pen pepper pet pierce piers pine pink plum read reg rex rio ron rue saul saw shy sid spike stan stone storm tad tate tex tory trace trey trip troy vic viva wally
ward win winter woods worth ant bat dee dai gee jim job jock joss kay nat nia none nour noor per pru rev rae ria san sena shah stu tai tam than thy tia tone uma una val via viv wes wil yo zen zion
mina mine nina chance dream marine messiah legend cedar linden flint colt blade steel hart mars bond dash cruz lake isle savannah asia india china dakota carolina georgia virginia adelaide florence
vienna verona sienna milan roma berlin cairo chad kenya trinidad francis saint temple deep gill sharp alba else ines ion ionut dora crina mica nela nae sorin ina iga ola ida nel lena lech olek iwan
pal ivo mate vera vesna zora mila mira sunday monday friday junior ever even eden noel nola merit rum rom ton tor vim wit zip zest ade ife ama efe ese oba uwa seye sola tayo wale yemi dele dayo isa
issa dali daria darya data alin mercedes angelica bianca mae lock wells sultan imam haji mona happiness goodness prosper rejoice nest ide bride oran mare rune stine gun brice cadi enda jesus dude said
marks
`;
