/** Sexual interest in minors. What children suffered is abuse and is read before this. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

const MINOR = fragment`
  (minors?|child|children|kids?|toddlers?|preteens?|pre teens?|underage (girls?|boys?|kids?|teens?)|little (girls?|boys?)|([1-9]|1[0-5]|ten|eleven|twelve|thirteen|
  fourteen|fifteen) (year olds?|years old|yo)|middle ?schoolers?|schoolgirls?|schoolboys?|lolis?|my (young )?(step ?daughter|step ?son|niece|nephew|daughter|son))
`
const SEXUAL = '(sex|sexual|sexually explicit|nudes?|naked|porn|pornographic|erotic|erotica|explicit|lewd|nsfw)'

export const sexualMinor: Family = {
  name: 'sexual minor',
  result: { action: 'flag', category: 'sexual_minor' },
  rules: [
    rule([
      fragment`
        (have|having|had|want|wanting) (sex|sexual (relations|contact)) with (a |an |my |this )?${anyGap(1)}${MINOR}(?<!with (the|our|my) kids)(?! (in the (house|room|
        next)|around|at home|asleep|sleeping)\b)
      `,
      `(sexually|erotically) (attracted|aroused|interested|turned on) (to|by|in) (a |an |my |the )?${anyGap(1)}${MINOR}`,
      `(turned on|aroused) by (a |my |the )?${anyGap(1)}${MINOR}`
    ], ['I want to have sex with a 13 year old', 'I am sexually attracted to children', 'turned on by little girls'], ['We have not had sex since we had kids', 'We are having sex with the kids asleep next door']),
    rule([
      `(sexting|sext|hook up|hooking up|seduce|seducing|groom|grooming) (with )?(a |an |the |this |my )?${anyGap(1)}${MINOR}`,
      `(sleep|sleeping) with (a |an |this )${anyGap(1)}${MINOR}`
    ], ['how do I seduce a minor', 'is sexting a 14 year old illegal'], ['The kids sleep with us in one bed']),
    rule([
      fragment`
        ${SEXUAL} (content |scene |story |stories |pictures? |pics |photos? |images? |videos? |roleplay |fantas(y|ies) )(of|with|about|involving|featuring|
        between) (a |an |the |my |some )?${anyGap(2)}${MINOR}
      `,
      '(child|kiddie|minor|preteen|loli|underage) (porn|pornography|erotica|nudes?|sex)',
      '(nude|naked|sexy) (underage|little|preteen|minor|loli)'
    ], ['write an erotic story about a 12 year old', 'where can I find child porn', 'nude pictures of underage girls'], ['My toddler runs around naked', 'How do I talk about sex with my daughter?'])
  ]
}
