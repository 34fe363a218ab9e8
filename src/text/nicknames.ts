/**
 * One group per line: full names, a colon, their short and pet forms. Full names in a group don't
 * match each other (Stephen isn't Stefan). Forms that just start the name need no entry.
 */
const GROUPS = `
zsuzsanna: zsuzsi zsuzsa zsuzsika
janos: jancsi jani janika
boglarka: bogi
mathilde matilda: tilde tilda mattie tilly
hana: hanka hanicka
alexander alexandra aleksander aleksandra alejandro alejandra alessandro alessandra alexandre aleksandr oleksandr oleksandra alexei alexis: alex xander sandy sasha sascha sandra lex alec ale aleks alek olek ola lesya sanya alexa
albert alberto alberta gilbert lambert: bert bertie al gil
alfred alfredo alfie: alf fred freddie
alice alicia alison: ali allie ally alli
andrew andreas andrea andre andres andrei andrzej anders andriy: andy drew dre andi andrii
anthony antonio anton antoine antoni antonia: tony toni ant tonino tonia toon
anna anne annie hannah ania anya annika annette anita: ann annie anouk anneke anya ania asia anka nan nancy nina anechka
anneliese annelies: lies lisa
arthur artur: art artie
augustine august augusta: gus
barbara: barb barbie babs basia
benjamin benedict benedikt bennett: ben benny benji
bernard bernhard bernardo: bernie bernd
beatrice beatriz beatrix: bea trixie
bridget birgit brigitte: bridie biddy gitte
caroline carolina karolina carol carolyn: carrie caro karo carol
catherine katherine kathryn katharine catharina katharina katarina katerina ekaterina kathleen caitlin catalina cathryn kateryna katarzyna yekaterina katrin: cate kate katie kathy cathy kat cat kit kitty katja katya kasia kathi cata
charles carlos karl carl: charlie chuck chas charly
charlotte carlotta: lotte charlie lottie charly lotta
christina christine kristina cristina christiane krystyna kristin kristine christa: chris chrissie tina kris krysia kirsten stina
christopher christoph kristoffer cristobal christian krzysztof cristian: chris topher kit krzysiek kris
constance constanze: connie
cornelius cornelia cornelis: con kees nel conny neil nelly
daniel daniela danielle: dan danny dani daan
david dawid davide: dave davey davy
deborah debra: deb debbie debs
dmitri dmitry dmytro dimitri dimitrios: dima mitya dimi mitja
dorothy dorothea dorota: dot dottie dora thea
edward eduard eduardo edmund edwin edgar: ed eddie ned ted teddy edu ward
eleanor elena leonor eleonora: nell nora ellie ella len lena
elizabeth elisabeth elisabetta elzbieta isabel isabella isabelle: liz lizzie lizzy beth betty betsy eliza elsie libby lisa lise elisa ela ella elise lisbeth liesbeth bess bella isa bel lilibet ilse elsa
emily emilia emilie emma: em emmy mila millie
emmanuel emmanuelle manuel manuela: manu manny manolo
eugene evgeny evgenia yevhen eugenia: gene zhenya
florence florentine florian: flo florrie flor
frances francesca francisca francis francisco francesco franciszek francois franziska frantisek: frank franz fran frankie franny cesca paco pancho kiko franek chico xico paqui paca franzi cesc franta
frederick friedrich frederic frederik federico frederica: fred freddie fritz freddy rico fredi
gabriel gabriela gabriele gabrielle gabriella: gabi gaby gabe
geoffrey jeffrey: geoff jeff
george georg georgina georgia jorge giorgio jerzy: georgie gina jurek
gerald gerard gerhard gerardo: gerry jerry gerd gert
gertrude gertrud: trudy trude gerda
giovanni giovanna: gianni vanni
giuseppe: peppe beppe pino
gregory gregor grzegorz grigory: greg grisha grzesiek
guillermo: memo guille
harold: harry hal
heinrich henry henrik henri henrique hendrik: harry hank heinz hal henk rik hinnerk
helen helena helene ellen: nell lena leni helle hela nelly
ignacio ignatius: nacho iggy
john johannes jean juan joao johann johan ivan jan: jack johnny hans hannes juanito vanya jens janek jan ian jannis vania honza jenda jasiu jas janko jano ivo vano vanja jann joni giannis
jacob jakob james jacobo jakub giacomo jacques: jake jim jimmy jamie jaime jay kuba jaap cob
jacqueline: jackie jacqui
jane janet joan joanna joanne johanna: jo janie janey asia hanna joanie
jennifer: jenny jen jenna
jessica: jess jessie
jesus: chuy
joaquin joachim: quim jo achim
jonathan jonas nathan: jon jonny nathan john
joseph josef jose josephine jozef josefa josefina: joe joey jo josie pepe sepp jef pepa josy
joshua: josh
judith jutta: judy jude
julia juliana julie julian julius juliette juliet julio: jules jul jools
kenneth: ken kenny
konstantin constantin konstantinos: kostya costa kostas
lawrence laurence lorenz lorenzo: larry laurie lars enzo loz
leonard leonardo leonhard leonie: len lenny leo
louis luis ludwig luigi louise luisa: lou louie lew lewis ludo lulu gigi
lucas lukas luca lukasz: luke luc
lucia lucy lucille lucie lucinda: lu luz cindy
magdalena madeleine madeline: maddie lena magda leni mada maddy
margaret margareta margarete margarita margherita marguerite malgorzata margarida: meg maggie peggy margie marge rita greta gretchen daisy peg gosia grete madge mags margot margo
maria marie mary miriam marion maryam mariam marianne mariana: mia molly polly masha may mimi mitzi marisa marichu mari mara mania
martha marta martina martin martijn: marty matty mart patty
matthew matthias mateo matteo mateusz mathieu mattias matthieu: matt matty mats teo mat
maximilian maxime maxim: max
mercedes: merche
michael michel miguel mikhail mykhailo michal mikael michele: mick mickey mike micky misha mischa micha mitch michi mikey misza
michelle michaela: shelly mica michi shell
mohammed mohammad muhammad mohamed mahmoud: mo moe hamada mohammed mohammad muhammad mohamed
natalie natalia nathalie nataliya natasha: nat talia nata natasha
nathaniel: nathan nat nate
nicholas nicolas nikolaus nikolai nicole nicola mykola nicolaas: nick nicky nico niko klaus claus nik kolya niels nicki klaas kola
olga: olya
oliver olivia olivier: ollie liv livia olli oli
pamela: pam
patricia patrick patrizia patrik: pat patty patsy tricia trish paddy rick paddie pati
paul paula pablo paolo pavel pawel paulina pauline pavlo: pauly polly pasha pavlik
penelope: penny
peter pedro pietro pierre piotr petra petr petros: pete petya pierrot piet petey
philip phillip philippe philippa felipe filip filippo: phil pippa pip flip
rafael raphael raffaele rafal: rafa rafe rapha
rebecca rebekah rebekka: becca becky bex bec
richard ricardo riccardo ryszard: rick dick rich richie ricky rico ric
robert roberto roberta rupert: bob bobby rob robbie robby robin bert bobbie berto
roland orlando rolando: rolly lando
ronald ronaldo: ron ronnie
rosemary rosalind rosa rose rosalie: rosie roz ros rosita
roxana roxanne: roxy
rudolf rodolfo: rudy rolf rudi
samuel samantha: sam sammy
sarah sara: sally sadie
sebastian sebastien: seb basti bastian bas bastien
sergei sergey serhii sergio: serge seryozha
siobhan: shiv
sophia sophie sofia zofia: soph zosia sonya sonia fie
stanislav stanislaw stanley: stan stas staszek
stephen steven: steve stevie ste
stephan stefan stefano stephanie stefanie esteban etienne: stef steffi steff fanny steph steffen
susan susanne suzanne susanna zuzana zuzanna: sue susie suzie suzy sanne suse susi
svetlana: sveta lana
tadeusz: tadek
tatiana tatyana tetiana: tanya tania
terence teresa therese theresa: terry tess tessa terri tere resi
theodore theodor teodoro theodora: ted teddy theo dora
thomas tomas tomasz tommaso: tom tommy thom tomek tommi
timothy timotheus: tim timo timmy
tobias: toby tobi
ulrich ulrike: uli ulli
valentina valentin valerie valeria: val vale
veronica veronika: vera ronnie roni vero
victor viktor victoria viktoria: vic vicky tori vicki vik vickie
vincent vincenzo: vinny vince enzo vin
virginia: ginny ginger
vladimir volodymyr: vova volodya vlad
walter: walt wally
wilhelm william guillaume guglielmo willem wilhelmina: will bill billy willy willie liam wim mina minnie willi
wojciech: wojtek
zachary zachariah: zach zack zak
agnieszka: aga agi
jaroslaw radoslaw slawomir miroslaw: jarek radek slawek mirek
przemyslaw: przemek
bartlomiej bartosz: bartek
rosario concepcion consuelo dolores montserrat encarnacion begona: charo concha conchita chelo lola montse encarna bego
krishna: krish
subramaniam balasubramanian venkatesh srinivas: subbu mani bala venkat venky srini vasu
rajesh rajendra rajiv: raj raju
priyanka aishwarya abhishek siddharth harpreet: priya aish ash abhi sid harry
abigail: abby gail abbie
vaclav: vasek vena vasik
jiri juraj: jirka jura juro jurko
jaroslav ladislav miroslav bohuslav svatopluk: jarda lada laco mirek slavek bohus jaro miro
zdenek zdenka: zdena zdenda
bohumil bohumila: bohous bohus
dalibor: dalek borek
vojtech: vojta vojto
ondrej: ondra ondris
lubomir lubos: luba lubo
josef jozef: pepik jozo jozko jozka
frantisek: fanda
ludmila lyudmila lidmila: lida lidka mila luda lyuda lucka
marketa: marky ketka
bozena: boza bozka
jaroslava miroslava: jarka mirka slavka
stanislava: stanka slava
krzysztof: krzys krzychu
grzegorz: grzes grzesio
malgorzata: malgosia gosia gosik
joanna: asia joasia joaska
katarzyna: kasia kaska kasienka
agnieszka: agniesia
zbigniew: zbyszek
boguslaw boguslawa: bogus bogusia
zdzislaw: zdzich zdzisiek
kazimierz: kazik
mieczyslaw: mietek
jadwiga: jadzia
wladyslaw: wladek
jozef jozefa: jozek ziuta
henryk: heniek
ryszard: rysiek
leszek lech: leszko
alexander aleksandar: aco aca saso sandro
dragan dragoslav: gagi
zoran zoranka: zoki
nikola nikolina: nidzo nina
evgeny yevgeny eugenia: zheka
ekaterina: katyusha
anastasia anastasiya: nastya asya nastia stasia tasia
yuri yurii: yura
vasily vasyl: vasya
konstantin: kolya
pyotr petro: petya petryk
tatiana: tanyusha
galina halyna: galya halya
valery valeriy: valera
ihor igor: igorek
laszlo: laci
istvan: pista isti pisti
ferenc: feri
gyorgy: gyuri
jozsef: jozsi
sandor: sanyi
zoltan: zoli
mihaly: misi
katalin: kati kata
erzsebet: erzsi bozsi
ilona: ilus ica
ioan ion: nelu ionel ionut
gheorghe: gigi ghita
constantin: costel dinu
mihai: misu
konstantinos: dinos kostis
georgios: giorgos yiorgos yorgos
ioannis: yannis giannis
dimitrios dimitris: mitsos jimmy
panagiotis: panos takis
athanasios: thanasis sakis
evangelos evangelia: vangelis litsa eva
aikaterini: katerina
guadalupe: lupita
mariajose: majo
mariateresa: maite
jesus: chucho suso
francisco: curro fran
enrique henrique: quique kike
luis: lucho
santiago diego: santi yago chago
antonia: tonya
rosario: chayo
graciela: chela
eduardo: lalo dudu duda
gustavo: tavo guga
roberto: beto
alberto: beto
gilberto adalberto humberto: beto
leticia: lety
patricia: paty
socorro: coco
refugio: cuca
isidro: chilo
manuel: manolo lolo
pilar: pili
inmaculada: inma macu
milagros: mila
antonio: toninho tono
jose: ze zeca zezinho
joao: joaozinho
sebastiao: tiao
raimundo: mundo
luciana lucinda: luci
domenico: mimmo mimi nico
salvatore: toto turi
gaetano: tano
raffaele: lello
concetta: tina titti
filomena: mena
leonardo: nardo
ludovico ludovica: vico
wolfgang: wolf wolfi
dietrich dieter: didi
hildegard: hilde
waltraud: traudl traudi
mechthild: mecki
katharina: kathrin rina trine kaethe kathe
gottfried: friedl
siegfried sigfrid: sigi siggi
johannes: joni jo hanno
ingeborg: inga inge
sigrid: siri
kristian kristoffer: kris stoffer
torbjorn thorbjorn: tobbe
karl carl: kalle
lars: lasse
bengt: benke
gunnar: gurra
mohamed ahmed: hamoudi hama
abdullah abdulrahman abdul: abdo abdu
ibrahim: ibo brahim ibra
mustafa: mus mutti
mehmet: memo mehmo
huseyin: huso
olufemi oluwafemi: femi
oluwaseun: seun
oluwatobi: tobi
chukwuemeka emeka: emy
chinonso ifeoma ngozi: nonso ify goz
kwabena kwadwo: kobby kojo
nomvula nomthandazo: nomi
thandeka: thandi
nelson: nels
bhattacharya debasish: deb debu
purushottam: puru
ramakrishnan ramachandran: ram rama
lakshminarayan: laks
sumathi sumitra: sumi
adelaide adele: addie
agatha: aggie
amelia emelia: millie amy mel
angela angelina: angie
archibald: archie
arabella: bella
belinda: bel lindy
cassandra: cass cassie sandra
cecilia cecily: celia cissy cis
cynthia: cindy
desmond: des
douglas: doug
estelle esther: stella essie
ferdinand fernando: ferdi nando
genevieve: viv gen eve
gwendolyn: gwen wendy
harriet henrietta: hattie hetty
hubert herbert: bert hugh herb
imogen: immy
isaac: ike izzy zac
leopold leo: poldi
lillian lilian: lily lil lilly
kimberly: kim
melanie melissa: mel lissa
octavia: tavi
raymond: ray
reginald: reg reggie
roderick: rod roddy
roger: rog
russell: russ
ursula: uschi ulla
wilfred winifred: wilf win winnie
`;

const OTHER_NAMES = `aaron adam adrian ahmed aisha akira alan albert amanda amina amir amit ana anil anjali ashley
  astrid ayesha beth bjorn brandon brian bruno carmen claire clara craig dean deepa denise dennis derek diana
  dylan elias elif emre eric erik erika erin eva evan fatima felix fiona gareth gemma gloria graham hamza haruto
  hassan heather heidi hiroshi holly hugo ibrahim ingrid irene irina isla jared jason jasmine javier jeremy jin joel
  jordan jun kai karen karim keith kelly kenji kevin kiran kwame laila lakshmi lauren layla leila leon linda lorna lydia
  malik marco marcus marek mariko mario markus marcel mehmet mei meera monica monika mustafa nadia naomi neha nigel
  nikhil noah noor omar oscar oisin owen pia priya quentin ravi rachel rania raul renata ricarda rohan ruben ruth
  ryan sabine sakura salma sanjay santiago sean selin shane sharon sheila simon simone sofie sonja stacey stuart sunil
  suresh sven tamara tara tariq tiago tracy trevor una ursula vanessa vijay wei wendy yasmin yuki yusuf yvonne zainab zoe`;

/** Name → the groups it belongs to. */
interface NameIndex {
  full: Map<string, Set<number>>;
  short: Map<string, Set<number>>;
}

let nameIndex: NameIndex | null = null;

function addNames(to: Map<string, Set<number>>, names: string, group: number): void {
  for (const name of names.split(/\s+/)) {
    if (name !== '') to.set(name, (to.get(name) ?? new Set<number>()).add(group));
  }
}

function getIndex(): NameIndex {
  if (nameIndex !== null) return nameIndex;
  nameIndex = { full: new Map(), short: new Map() };
  for (const [index, line] of GROUPS.trim().split('\n').entries()) {
    const [full = '', short = ''] = line.split(':');
    addNames(nameIndex.full, full, index);
    addNames(nameIndex.short, short, index);
  }
  addNames(nameIndex.full, OTHER_NAMES, -1);
  return nameIndex;
}

function haveCommonGroup(
  a: ReadonlySet<number> | undefined,
  b: ReadonlySet<number> | undefined,
): boolean {
  return a !== undefined && b !== undefined && [...a].some((group) => b.has(group));
}

/** Whether one folded first name is short for the other, or both are short for the same name. */
export function isNickname(a: string, b: string): boolean {
  const { full, short } = getIndex();
  return (
    haveCommonGroup(short.get(a), full.get(b)) ||
    haveCommonGroup(full.get(a), short.get(b)) ||
    haveCommonGroup(short.get(a), short.get(b))
  );
}

let spellings: Map<string, string> | null = null;

/**
 * One way of writing a folded first name for all its ways: Katherine, Kathryn and Catherine, Stephen and Steven. The
 * word itself if it's no full name, or the only way.
 */
export function spellingOf(word: string): string {
  if (spellings === null) {
    spellings = new Map();
    const { full } = getIndex();
    const first = new Map<string, string>();
    for (const [name, groups] of full) {
      const sound = skeleton(name);
      // Names of no group have no other way that's known.
      const group = [...groups].find((one) => one >= 0);
      if (sound === null || group === undefined) continue;
      const key = `${group} ${sound}`;
      if (!first.has(key)) first.set(key, name);
      spellings.set(name, first.get(key) as string);
    }
  }
  return spellings.get(word) ?? word;
}

/**
 * A name as it sounds: its consonants, where its vowels are, and which is at the end, often all that tells Julia from
 * Julie. Null if it's too short to tell John from Jan.
 */
function skeleton(name: string): string | null {
  // "Catherine" and "Kathrin", but not "Daniel" and "Danielle".
  const plain = name.replace(/(?<=[iy]n)e$/u, '');
  const sounds = plain
    .replace(/ph|v/g, 'f')
    .replace(/ck|ch|c(?![eiy])|q/g, 'k')
    .replace(/[cz]/g, 's')
    .replace(/(?<=[bdfgjklmnprstwx])h/g, '')
    .replace(/(.)\1+/g, '$1')
    // "Katherine" and "Kathryn"
    .replace(/(?<=[bdfgklmnpst])[aei](?=r[aeiouy])/g, '')
    .replace(/(?<!^)[aeiouy]+/g, 'a');
  if (sounds.replace(/a/g, '').length < 3) return null;
  return `${sounds}-${/[aeiou]$/u.exec(plain)?.[0] ?? ''}`;
}

/** Whether a folded word is listed as a full first name. */
export function isFullName(word: string): boolean {
  return getIndex().full.has(word);
}

/** Whether a folded word is listed as a first name, full or short. */
export function isKnownName(word: string): boolean {
  const { full, short } = getIndex();
  return full.has(word) || short.has(word);
}
