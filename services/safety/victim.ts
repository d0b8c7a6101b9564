/** Whether a message tells of harm done to its writer: then nothing in it is refused, only cared for. */
import { normalise } from './normalise.ts'
import { fragment, pattern } from './pattern.ts'

const HARM = fragment`
  (?:hit|hits|hitting|beat|beats|beaten|beating|slap\w*|smack\w*|punch\w*|kick\w*|chok(?:e|es|ed|ing)|strangl\w+|
  shov(?:e|es|ed|ing)|push(?:es|ed|ing)?|grab\w*|hurt|hurts|hurting|threaten\w*|abus(?:e|es|ed|ing)|rap(?:e|es|ed|ing)|
  assault\w*|attack\w*|molest\w*|stalk\w*|harass\w*|bull(?:y|ies|ied|ying)|insult\w*|humiliat\w+|degrad\w+|
  (?:scream|yell|shout|spit|swear)\w* (?:at|on)|spat (?:at|on)|swore at|control\w*|forc(?:e|es|ed|ing)|kill\w*|murder\w*|
  stab\w*|burn\w*|bit|bites|bitten|lock(?:s|ed)|blackmail\w*|pinn(?:ed|ing)|thr(?:ow|ows|ew|own|owing)|drag(?:s|ged)?|cut|
  cuts|shoot|shot|touch(?:es|ed)|groom(?:ed|ing)|traffick\w+|drugged|swung)
`
/** "threw a plate at me", "said that he would kill me". */
const DONE_TO_ME = pattern`
  \b(?:he|she|they|who|someone|somebody|people|men|man|my [a-z]+|his [a-z]+|her [a-z]+|the [a-z]+|and|to|will|would|gonna|
  ll)\b[^.!?;]{0,40}\b${HARM}(?: (?!myself|you|your|him|them|how|if)[a-z']+){0,4} (?:me|us|
  my (?:arm|arms|face|hair|neck|throat|wrist|head|child|kids|children|son|daughter|phone))\b
`
const SUFFERED = pattern`
  \bi(?:'m| am|'ve| have| was| got| get| keep| kept| been)+ (?:\w+ ){0,3}?(?:been |being |getting |got )?(?:hit|beaten|
  slapped|punched|kicked|choked|strangled|shoved|pushed|grabbed|threatened|abused|raped|assaulted|attacked|molested|stalked|
  harassed|bullied|insulted|humiliated|screamed at|yelled at|shouted at|spat on|controlled|forced|stabbed|
  locked (?:in|up|out)|blackmailed|groomed|trafficked|drugged|mistreated)\b
`
const MARKS_OF_IT = pattern`
  \b(?:laid|lays|lay|put|puts) (?:his|her|their) hands? (?:on|around) (?:me|my)\b|\bbruises? on my\b|\bgave me a (?:black eye|
  bloody|bruise|concussion)|\b(?:afraid|scared|frightened|terrified) (?:of|for) (?:him|her|
  my (?:life|husband|wife|boyfriend|girlfriend|partner|ex|father|dad|mother|mum|mom))\b|\babusive (?:to|towards?) me\b|
  \babusive (?:ex|partner|husband|wife|boyfriend|girlfriend|relationship|marriage|home|father|mother)\b|
  \bmy [a-z]+'s (?:verbal |physical |emotional )?abuse\b
`

/** Total; linear in the length. */
export function isToldByVictim (text: string): boolean {
  const told = normalise(text)
  return DONE_TO_ME.test(told) || SUFFERED.test(told) || MARKS_OF_IT.test(told)
}
