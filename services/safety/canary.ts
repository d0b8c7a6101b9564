/** A secret marker in the system prompt: a reply that carries it has leaked the prompt. */

/** Letters only, so that no spelling of digits or leetspeak hides one. */
const ALPHABET = 'bcdfghjklmnpqrst'
const GROUP = 5
/** Half of the marker is proof enough: sixteen letters to the power of ten never happen by chance. */
const WINDOW = 10

/** A marker of 32 random letters in groups, as `randomUUID` decides. */
export function createCanary (randomUUID: () => string): string {
  const letters = randomUUID().replace(/[^0-9a-f]/gi, '').toLowerCase().replace(/./g, digit => ALPHABET[parseInt(digit, 16)]!)
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

/** Whether a text carries the marker or half of it: in any case, spacing, script width or direction. */
export function hasCanary (text: string, canary: string): boolean {
  const secret = lettersOf(canary)
  if (secret === '') return false
  const forwards = lettersOf(text)
  const windows = Array.from({ length: Math.max(1, secret.length - WINDOW + 1) }, (_, at) => secret.slice(at, at + WINDOW))
  return windows.some(window => forwards.includes(window) || forwards.includes([...window].reverse().join('')))
}

const lettersOf = (text: string) => text.toWellFormed().normalize('NFKC').toLowerCase().replace(/[^a-z]/g, '')
