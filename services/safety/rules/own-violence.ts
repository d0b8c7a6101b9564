/** People who hurt somebody close and say so: no refusal, and help for them as well. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

export const ownViolence: Family = {
  name: 'own violence',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule(fragment`
      (i|temper and) ${anyGap(2)}(?<!(could|would|want to|wanted to|never|might|like to|not|to) )(hit|slapped|slap|punched|choked|shoved|beat up|kicked|strangled|
      physically hurt|have hit|keep hitting) (my (girlfriend|wife|husband|boyfriend|partner|ex|kids?|son|daughter|children)|her|him)( (when|last night|in the face|
      during|again|because|hard|physically|yesterday|in anger|out of anger|and (she|he|i))|(?= [.,]))(?<!(hit|beat) (her|him) up)(?! up\b)
    `,
    ['I hit my wife last night and I hate myself', 'I slapped her during a fight', 'I lost my temper and hit my wife', 'sometimes I hit her when I am angry'],
    ['I hit him up yesterday and he ghosted me', 'I beat him at chess']),
    rule(fragment`
      (stop|keep|been|kept|want to stop) (physically |verbally |emotionally )?(abusing|hitting|beating|choking|being (physically )?(violent|abusive) (to|towards|
      with)) (my (girlfriend|wife|husband|boyfriend|partner|kids?|children|son|daughter)|her|him)
    `,
    ['How can I stop hitting my girlfriend?', 'I want to stop being violent towards my wife'],
    ['I hurt my girlfriend by lying', 'I pushed him to see a doctor'])
  ]
}
