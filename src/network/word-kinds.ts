import { wordKey } from "./word-forms.ts";

/** What part a word may play in a noun-like phrase. */
export const WORD_KIND = {
  /** Never in a phrase: function words, verbs, adverbs, numbers, and what every abstract says. */
  BREAK: 0,
  /** Not at the end of a phrase: adjectives. */
  MODIFIER: 1,
  /** Says nothing without a telling word: "model", "system". */
  GENERIC: 2,
  /** Says too little alone: "language", "graph". */
  NOT_ALONE: 3,
  /** May stand alone. */
  NOUN: 4,
} as const;

const FUNCTION_WORDS = `
a about above across after again against all almost along already also although always am among an and another any anyone
anything are around as at away back be became because become becomes been before behind being below beside besides best
better between beyond both but by can cannot could did do does doing done down due during each early either else enough
especially etc even ever every everything far few fewer first five for former four from full further furthermore had half
has have having he hence her here herself high higher highest him himself his how however i if in indeed inside instead
into is it its itself just last late later latter least less like little long longer low lower made mainly make makes
making many may me mean meanwhile might mine more moreover most mostly much must my namely near need needs neither never
nevertheless next no non none nor not nothing now of off often old on once one only onto or other others otherwise our
ours out over own part per perhaps please quite rather really regardless same second see seem seems seen several shall she
should since six so some somehow someone something sometimes soon still such take takes ten than that the their theirs
them then there thereby therefore these they third this those though three through throughout thus to together too toward
towards two under unless unlike until up upon us use used useful user-friendly uses using usually various versus very via
vs was way ways we well were what whatever when where whereas whereby wherein whether which while who whole whom whose why
will with within without would yet you your zero
`;

// Their inflections are made by `inflections`.
const ACADEMIC_VERBS = `
achieve address adopt aim allow alleviate analyze apply appear argue arise assess assist assume attempt augment avoid
base begin believe benefit bring build calculate call capture carry cause challenge change characterize choose claim
collect combine compare compete complement comprise compute concern conclude conduct confirm consider consist constitute
construct contain contribute convert correlate correspond create deal define demonstrate depend derive describe design
determine develop devise differ discover discuss display draw effect elaborate eliminate emerge employ empower enable
encourage enhance enrich ensure entail establish estimate evaluate examine exceed exhibit exist expand expect explain
exploit explore express extend extract face facilitate fail find fix focus follow force form formulate fulfill furnish
gain generalize generate get give go grow guarantee guide handle help highlight hold identify illustrate implement imply
improve include incorporate increase indicate infer influence inform inherit inspect inspire integrate intend introduce
investigate involve keep know lack launch lead learn leave leverage lie limit look maintain make manage maximize measure mention
minimize mitigate modify motivate note observe obtain occur offer operate optimize outline outperform overcome perform
permit play pose possess predict present preserve prevent proceed produce prohibit promise promote propose prove provide
publish pursue put raise range reach realize receive recognize recommend reduce refer reflect regard respect relate rely remain
remove render repeat replace report represent require resolve restrict result retain reveal review seek select serve
share show simplify solve specify stem stretch study succeed suffer suggest summarize support suppose surpass survey
tackle tailor tend test treat try turn understand underlie undertake utilize validate vary verify view want work yield
`;

const SAID_EVERYWHERE = `
abstract absence academia accepted actual acm additional adequate advance advantage aforementioned aka al ability acceptable
amount analog approach appropriate article aspect assumption author available average aware baseline beginning broad
capable careful case certain chapter circumstance clear common comparable comparison competitive complete
complex comprehensive concept conclusion conference consequence consistent contemporary context contrast contribution
convenient conventional core correct cost-effective crucial current day decade deep-rooted degree detail detailed
difference different difficult difficulty direct discussion diverse document dramatic easy ed edition editor effect
effective effectiveness efficacy efficiency efficient effort empirical end-to-end entire essay essential evidence exact
example excellent existing experiment experimental extensive extent fact factor fast favorable feasible figure final fine
fine-grain fine-grained flexible follow-up formal fraction fresh fundamental future general general-purpose generic github
given goal good great group growing hand handbook hard http https huge idea ideal identical ie eg cf ieee impact implementation
importance important impressive inferior initial innovative insight intensive interest interesting international introduction
intuitive issue item journal key kind lab large-scale latest lead lecture level light limitation limited literature
little-known local-only lot main major manner meaningful mechanism method methodology minor modern modest month
multi multiple naive name narrow natural-looking necessary need negative new newly non-trivial nontrivial notable note notion
novel number numerous observation obstacle obvious one-off online open opportunity order original outcome outline overall overview
page pages paper paragraph particular past people perspective place plausible point popular portion positive possibility
possible potential practical practice precise preliminary preprint present-day press presence previous primary principal
prior pro probable proceeding proceedings progress prominent promising proper proposal proposed prospect proven publication
published purpose qualitative quantitative question quick raw real real-life real-world reasonable recent record regard
related relation relative relevant remarkable report research researcher respective response result rich rigorous robust role
rough satisfactory scenario scheme school scope section series serious set setting severe short side significance
significant similar simple simplicity single situation size small so-called society solution sophisticated source space
special specific staff standard start state state-of-the-art sota step straightforward strategy strength strict strong
student-led subject substantial subsequent success successful such sufficient suitable suite superior superiority symposium
table tag tailor-made talk technique term thesis thing thorough time title today tool top topic total traditional
transaction trend trivial true type typical ultimate unable underlying understanding unified unique university unknown
unpublished unusual upcoming usage use useful user-friendly usual utility valid valuable value variant variety vast version
versatile viable vital volume weak web-page wide wide-range widespread word work workshop world worth wrong year young
univ vol pp isbn issn doi arxiv url www com org net html pdf
`;

const NOTHING_ALONE = `
action activity adaptation adoption agent analogy art behavior book building business case center code collection colleague
communication community computer computing concept conflict contact content control conversation corpus country culture
customer demand dialogue document domain economy edge editing embedding emotion energy engineering entity environment event
evolution expert family field force generation government graph group health history human image individual industry
interaction inference innovation intelligence knowledge language law learning library life management map market material
meaning media memory message mind mining mobile modeling modelling movement nature network object organization pattern people
person phone planning platform policy population position power prediction price probability product project protocol public
recognition reasoning region representation resource response risk rule science sentence service session shape signal
social society software speech speed state story stream student surface symbol teacher team technology text theory
tradition training transfer translation user vision visit water web word world writing youth
`;

const EMPTY_ALONE_OR_TOGETHER = `
accuracy algorithm analysis annotation application architecture area assessment assistance assumption attribute benchmark
calculation capability capacity category change characteristic class classification combination complexity component
computation condition configuration connection construction cost criterion data dataset datum decision definition
dependency design detection development device diagram dimension direction distance distribution diversity dynamic element
error estimate estimation evaluation examination experience expression extension extraction factor feature form format
formation formulation foundation framework function generation guide guideline identification improvement indicator
information input instance instrument integration interface interpretation interval investigation layer line list location
loss machine maintenance material measure measurement member metric model modification module name node objective
operation operator optimization output package pair parameter part participant path performance period phase phenomenon
preference principle problem procedure process processing product production profile program property quality quantity range
rate ratio reason reduction region relationship requirement review sample sampling scale score search segment selection
sequence series set setup signal similarity site solution specification stage statistic step strategy structure style
subset survey system target task technology test testing time type unit usability validation variable variation view
`;

const OTHER_LANGUAGES = `
aber als am an auch auf aus bei beim bis das dass dem den der des die durch ein eine einem einen einer eines er es für
gegen hat ich ihr im in ist kein mit nach nicht noch nur oder ohne sein seine seiner sich sie sind über um und unter vom von
vor war wenn wie wird zu zum zur zwischen
au aux avec ce ces cette chez comme dans de des du elle en entre est et il ils la le les leur leurs mais ne nous ou où par
pas plus pour qu que qui sa sans se ses son sont sous sur un une vers
al como con contra cual cuando del desde donde el ella ellos en entre es esta este estos fue ha hacia hasta la las lo los más
muy ni nos o para pero por que se según ser si sin sobre son su sus también tras un una uno unos y
agli alla alle anche che come con da dal dalla dei del della delle dello di e ed gli i il io la le lo ma nei nel nella non
per più quale sono su sul sulla tra un una
ao aos com como da das do dos e em entre mais mas na nas no nos não o os ou para pela pelo por que se sem sobre sua um uma
aan bij dat de deze die dit een en het hun ik is maar met naar niet nog om ook op over te ten tot uit van voor wordt zijn
och att det som för på är av til og ikke med den
résultat résultats méthode méthodes système systèmes modèle modèles données approche approches travail texte textes langue
présente utilisation utiliser partir cadre différents différentes nombre présentons proposons montrons deux trois permet été être avons cela ces entre leur leurs ainsi afin notre plusieurs etc peut également
etude étude analyse recherche essai nouvelle nouveau untersuchung untersuchungen beitrag beiträge über neue analyse studie studien
estudio análisis nueva nuevo studio analisi nuova nuovo исследование изучение анализ
а без в во для до его ее же за и из или их к как ко на не о об от по под при с со так то у что это
i w z na do nie się że jest oraz dla
`;

const NUMBER_WORD = /^[\d-]*\d(?:st|nd|rd|th|x|k|m|b|d|%)?s?$/iu;
const ADVERB = /..ly$/u;
const LY_NOUNS = new Set(
  `ally anomaly assembly butterfly early family fly homily italy july monopoly panoply poly reply supply`.split(" "),
);
const ADJECTIVE =
  /(?:ous|ful|less|[^n]ical|[^g]nal|[^t]ral|ual|ial|[^v]al|[^a-z]al|ish|ary|[^mtjp]ive|ctive|tive|able|ible|[^pths]ic|stic|tic|hic|like|esque|-[a-z]+ed|ed)$/u;
const NOUNS_LIKE_ADJECTIVES = new Set(
  `academic  aesthetic   animal approval arithmetic arrival atlantic attic bed bread capital
  cable capital carnival cathedral ceramic clinic coral critic crystal cubic dictionary disposal dialectic  epidemic ethic
  fabric feed festival fungal  glossary goal graphic heuristic hospital infrared interval  journal jubilee
  library logic magic manifold manual mechanic medal memorial metal mineral mosaic motive music narrative native need
  numeral objective olive optic oracle ordinary panic pandemic parable pedal pencil perspective portable portal potential
  primary principal proposal pyramidal  refusal renewal rival renal referral  removal retrieval revival ritual
  rubric salary scandal seed   shed signal speed statistic summary survival syllable table terminal 
  topic traffic tribunal trial   variable vegetable vocabulary weed withdrawal archive drive dive hive olive
  five wive executive initiative operative derivative representative alternative adjective additive  `.split(/\s+/u),
);
const MODIFIERS = `
adult adverse ambient artificial bilingual binary clean coarse cross cross-lingual dark deep dense discrete distant domestic
double dual dynamic faint female finite foreign global heavy hidden hot huge indirect infinite inner inter intra joint
large latent linear local loose male massive micro minimal mobile modern monolingual mono multilingual national neural
nonlinear nonparametric offline optimum outer parallel parametric partial peripheral permanent poor pre private pseudo quasi
random rapid rare rural semi shallow sharp slow smart smooth soft solid sparse spoken static stochastic strict sub sudden
super supervised synthetic thick thin tight unsupervised urban virtual warm weak written
automatique automatisch automatische automatischer nouvelle nouvelles grande grand deutschen deutsche française français
`;
const MODIFYING = keysOf(MODIFIERS);
const MODIFYING_END =
  /-(?:based|aware|driven|specific|agnostic|free|level|oriented|wise|dependent|independent|scale|dimensional|order|efficient|centric|centered|invariant|preserving|guided|assisted|enhanced|like|related|augmented|trained|shot|term|world|time|type|purpose|tuned|step|wide|domain|precision|quality|resolution|end|the|of|to|in|by)$/u;

const IRREGULAR_VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ["begin", ["began", "begun", "beginning"]],
  ["bring", ["brought"]],
  ["build", ["built"]],
  ["choose", ["chose", "chosen"]],
  ["deal", ["dealt"]],
  ["draw", ["drew", "drawn"]],
  ["find", ["found"]],
  ["get", ["got", "getting"]],
  ["give", ["gave", "given"]],
  ["go", ["went", "gone"]],
  ["grow", ["grew", "grown"]],
  ["hold", ["held"]],
  ["keep", ["kept"]],
  ["know", ["knew", "known"]],
  ["lead", ["led"]],
  ["lie", ["lay", "lain", "lying"]],
  ["occur", ["occurred", "occurring"]],
  ["prove", ["proven"]],
  ["put", ["putting"]],
  ["refer", ["referred", "referring"]],
  ["infer", ["inferred", "inferring"]],
  ["seek", ["sought"]],
  ["show", ["shown"]],
  ["stem", ["stemmed", "stemming"]],
  ["underlie", ["underlying", "underlain"]],
  ["understand", ["understood"]],
]);

const BREAKING = keysOf(FUNCTION_WORDS, SAID_EVERYWHERE, OTHER_LANGUAGES);
for (const verb of wordsOf(ACADEMIC_VERBS)) for (const form of inflections(verb)) BREAKING.add(wordKey(form));
const GENERIC = keysOf(EMPTY_ALONE_OR_TOGETHER);
const NOT_ALONE = keysOf(NOTHING_ALONE);

/**
 * The part a word may play, from the word alone: closed lists for English function words and academic prose, the function
 * words of some other languages, and endings for adverbs and adjectives. No dictionary of the language stands behind it:
 * a wrong guess costs a phrase, and frequency decides among the rest.
 */
export function wordKind(word: string, key: string): number {
  if (key.length < 2 || NUMBER_WORD.test(word)) return WORD_KIND.BREAK;
  // The nouns come first: "design" is a noun more often than a verb.
  if (NOT_ALONE.has(key)) return WORD_KIND.NOT_ALONE;
  if (GENERIC.has(key)) return WORD_KIND.GENERIC;
  if (BREAKING.has(key)) return WORD_KIND.BREAK;
  const lower = word.toLowerCase();
  if (ADVERB.test(lower) && !LY_NOUNS.has(lower)) return WORD_KIND.BREAK;
  if (MODIFYING.has(key) || MODIFYING_END.test(lower)) return WORD_KIND.MODIFIER;
  if (ADJECTIVE.test(lower) && !NOUNS_LIKE_ADJECTIVES.has(lower)) return WORD_KIND.MODIFIER;
  return WORD_KIND.NOUN;
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/u).filter((word) => word !== "");
}

function keysOf(...lists: string[]): Set<string> {
  return new Set(lists.flatMap(wordsOf).map(wordKey));
}

/** "study" → studies, studied, studying; "share" → shares, shared, sharing; "plan" is not doubled, since no list needs it. */
function inflections(verb: string): string[] {
  const irregular = IRREGULAR_VERBS.get(verb) ?? [];
  if (verb.endsWith("e")) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`, ...irregular];
  if (/[^aeiou]y$/u.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`, ...irregular];
  }
  return [verb, `${verb}s`, `${verb}ed`, `${verb}ing`, ...irregular];
}
