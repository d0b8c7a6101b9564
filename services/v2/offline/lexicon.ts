/** The English that the offline model is sure of: enough grammar to say a short clause back, and no more. */

const words = (list: string) => list.trim().split(/\s+/)

export const ADVERBS: ReadonlySet<string> = new Set(words(`
  just never always really still also so not only already finally once actually probably even ever often sometimes usually honestly truly
  constantly recently lately simply barely hardly rarely deeply completely totally almost kinda secretly suddenly now mostly slowly genuinely
  definitely certainly maybe quite too then again both all currently literally basically absolutely regularly easily`))

/** Base forms whose past is regular. */
const REGULAR = words(`
  accept accuse ache act adore agree aggravate allow annoy answer apologize apologise appreciate argue ask assume avoid beg believe belong blame
  bother call care chat cheat check cherish compare complain confuse control cook cope count crave criticize criticise cry cuddle date decide demand deny deserve
  disagree disappear disappoint discover dismiss divorce drain dream drink dump earn embarrass end enjoy expect explain explode express fail
  fear fight finish flirt follow force gaslight ghost guess hate help hesitate hide hope hug hurt ignore imagine insist insult interrupt invite irritate
  judge keep kiss knock lack last laugh learn lie like listen live long look love manage marry matter mention message miss mock move nag
  name notice offend open owe pick plan plead postpone pray prefer pressure pretend promise propose pull push question raise reach react realize realise
  refuse regret reject rely remember remind reply resent respect respond roll scare scream seem separate share shout shut sigh slam snap snore split stare
  start stay stop struggle study suffer support suspect talk tease text thank tire touch treat trust try turn unfollow upset use visit wait walk want
  warn wish withdraw wonder work worry yell complain cancel cancelled hang pull shrug stress trouble bore apologize block delete lecture compromise disrespect
  doubt disapprove comment interfere laugh choke flinch avoid freeze recover heal reconnect communicate panic overthink obsess second-guess snoop track vanish drift rush settle`)

/** Base form and past. */
const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'was', become: 'became', begin: 'began', break: 'broke', bring: 'brought', build: 'built', buy: 'bought', choose: 'chose', come: 'came', do: 'did',
  drive: 'drove', drink: 'drank', eat: 'ate', fall: 'fell', feel: 'felt', fight: 'fought', find: 'found', forget: 'forgot', forgive: 'forgave', freak: 'freaked',
  get: 'got', give: 'gave', go: 'went', grow: 'grew', hang: 'hung', have: 'had', hear: 'heard', hide: 'hid', hold: 'held', hurt: 'hurt', keep: 'kept',
  know: 'knew', leave: 'left', let: 'let', lie: 'lied', lose: 'lost', make: 'made', mean: 'meant', meet: 'met', pay: 'paid', put: 'put', quit: 'quit',
  read: 'read', run: 'ran', say: 'said', see: 'saw', sell: 'sold', send: 'sent', show: 'showed', shut: 'shut', sit: 'sat', sleep: 'slept', speak: 'spoke',
  spend: 'spent', split: 'split', stand: 'stood', take: 'took', teach: 'taught', tell: 'told', think: 'thought', throw: 'threw', understand: 'understood',
  upset: 'upset', wake: 'woke', wear: 'wore', withdraw: 'withdrew', overthink: 'overthought', win: 'won', write: 'wrote', cancel: 'cancelled', need: 'needed'
}

const BASES: ReadonlySet<string> = new Set([...REGULAR, ...Object.keys(IRREGULAR)])
const PASTS: ReadonlySet<string> = new Set([...REGULAR.filter(base => !(base in IRREGULAR)).map(regularPast), ...Object.values(IRREGULAR)])
const THIRDS: ReadonlySet<string> = new Set([...BASES].map(thirdPerson))

/** Auxiliaries that go with any subject; something has to follow them. */
export const AUXILIARIES: ReadonlySet<string> = new Set(words(`
  can can't cannot could couldn't will won't would wouldn't might may did didn't had hadn't`))
const PLURAL_AUXILIARIES: ReadonlySet<string> = new Set(words("do don't have haven't"))
const SINGULAR_AUXILIARIES: ReadonlySet<string> = new Set(words("does doesn't has hasn't is isn't was wasn't"))

/** A past tense that is nothing else: "told", not "hurt". */
export const isPast = (word: string) => PASTS.has(word) && !BASES.has(word)

export const isBase = (word: string) => BASES.has(word)

/** Whether this word can be the finite verb of an "I", "we", "they". */
export const agreesWithPlural = (word: string) => BASES.has(word) || PASTS.has(word) || AUXILIARIES.has(word) || PLURAL_AUXILIARIES.has(word)

/** Whether this word can be the finite verb of a "he", "she", "it". */
export const agreesWithSingular = (word: string) => THIRDS.has(word) || PASTS.has(word) || AUXILIARIES.has(word) || SINGULAR_AUXILIARIES.has(word)

/** "says" of "say". */
export function thirdPerson (base: string): string {
  if (base === 'have') return 'has'
  if (base === 'be') return 'is'
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

/** "said" of "say"; undefined when the verb is unknown. */
export function past (base: string): string | undefined {
  return IRREGULAR[base] ?? (BASES.has(base) ? regularPast(base) : undefined)
}

function regularPast (base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return /^(?:beg|nag|plan|stop|hug|snap|slam|shrug|chat|drag|ghosted|track?ed)$/.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

/** People and things that "my …" may name as the subject of a clause. */
export const SINGULAR_NOUNS: ReadonlySet<string> = new Set(words(`
  boyfriend girlfriend husband wife partner spouse fiance fiancee ex crush date lover companion man woman guy girl ex-boyfriend ex-girlfriend ex-husband ex-wife
  mother mom mum father dad sister brother son daughter grandmother grandma grandfather aunt uncle cousin stepmother stepfather stepdad stepmom mother-in-law
  father-in-law sister-in-law brother-in-law friend roommate boss coworker colleague neighbor neighbour therapist baby child kid family relationship
  marriage heart life mind job past trust head chest jealousy anger temper anxiety self-esteem confidence engagement breakup break-up divorce phone house home
  love patience social-life situation story bf gf`))
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(words('parents friends kids children in-laws sons daughters brothers sisters feelings emotions thoughts nerves exes grandparents insecurities'))
/** What may stand between "my" and its noun. */
export const MODIFIERS: ReadonlySet<string> = new Set(words(`
  best ex new old older younger long-distance own whole current last first entire little big twin late former on-off dear long term good only closest close
  future high school distance serious teenage teen step recent love sex dating married`))
