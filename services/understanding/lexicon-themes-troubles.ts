/** Themes of what goes wrong, and of oneself. */
import type { Theme } from './reading.ts'
import type { Lexicon } from './lexicon.ts'
import type { BONDS } from './lexicon-themes-bonds.ts'

export const TROUBLES: Lexicon<Exclude<Theme, keyof typeof BONDS>> = {
  confusion: {
    deep: [
      'so? confused, confusing, confusion, mixed signals/messages, torn between, hot and cold, do not know what i want/feel, on and off, off and on',
      'back and forth, not sure what/how/if/why we/i/he/she/they, what are we, situationship, does * even like me, rollercoaster',
      'what does that/this/it mean, push and pull, complicated'
    ],
    clear: [
      'do not know what/why/if/how, not sure, unsure, uncertain, torn, lost, make sense, no idea, conflicted, i can not tell, do not understand',
      'does not understand, mixed feelings, doubts, being led on, led me on, why is he/she/they'
    ]
  },
  trust: {
    deep: [
      'trust, trusts, trusted, trusting, trustworthy, distrust, mistrust, untrustworthy, lie, lied, lies, lying, liar, honest, honesty, dishonest',
      'dishonesty, secret, secrets, secretive, secretly, hide+ from, hiding, hid, hides, hidden, suspicious, suspect+, suspicion, sneak+, sneaking',
      'behind my back, diary, go+ through my, went through my, checking my * phone, read my/his/her messages/texts/mail/emails',
      'go/going/went/looked/look through his/her/my phone, check/checks my phone, checking his/her/my phone, saw his/her phone, his password',
      'her password, password, truth, paranoid, broken promise+, break/breaks his/her promises, promised, promise+, betray+, betrayed, betrayal',
      'private messages, deleted messages, faithful, loyal, loyalty, accus+ me, accused, accuses, accusing, who he is texting, who she is texting',
      'reliable, forgive and forget, keeps things from, snoop+, snooping, stalk+ his/her'
    ],
    clear: [
      'doubt, doubts, forgive, forgave, forgiveness, believe him/her/them, believe/believes me, dating profile, transparent, insecure, instagram',
      'facebook, social media, snapchat, female friend, male friend, guy friend, girl friend, empty bottles'
    ]
  },
  conflict: {
    deep: [
      'argue+, arguing, argument, arguments, fight+, fighting, fights, fought, conflict, conflicts, quarrel+, bicker+, disagree+, disagreement+',
      'yell+, yelling, yelled, yells, shout+, shouting, scream+, screaming, blow up, blew up, blows up, dispute+, clash+, tension, heated',
      'angry at me, mad at me/him/her/my/each, angry with him/her/me/my, furious, drama, slam+ the door, make up after, stop fighting, rough patch',
      'hold a grudge, grudge, grudges, silent treatment, resentment, same thing over, blame+ me, blaming, blames, rows, had a row, falling out with',
      'cuss+, snapped at, snaps at, calm down, raise/raises/raised/raising his/her/my voice, talks/talked/spoke to me like, how he/she talks/speaks to me'
    ],
    clear: [
      'angry, anger, mad, upset with, upset at, annoyed, annoys, annoying, irritated, irritates, aggravates, frustrated, frustrating, nag, nags',
      'nagging, criticize+, criticise+, criticized, criticised, complain+, problem+, issues, fix this, fix our, fix my, make things right, attitude',
      'temper, debt, money, chores, housework, dishes, laundry, mess, clothes, spending, bills, rent, finances, financially, financial, late',
      'complaining, quit drinking, drinking, drunk'
    ]
  },
  emotions: {
    deep: [
      'emotion, emotions, emotional, emotionally, my feelings, how i feel, feel nothing, feel numb, numb, overwhelmed, anxious, anxiety, depressed',
      'depression, heartbroken, do not love * anymore, fell out of love, falling out of love, fallen out of love, not in love, stopped loving',
      'feel guilty, guilt, guilty, grief, grieving, panic, angry all, control my emotions, get so angry, get emotional, mood swings, cope, coping',
      'overthinking, overthink, miss him/her/them so, heartbreak, feel so'
    ],
    clear: [
      'feel, feels, feeling, feelings, felt, sad, cry, crying, cried, hurt, hurts, hurting, angry, scared, worried, afraid, nervous, upset',
      'miserable, tired, exhausted, drained, happy, unhappy, stress, stressed, miss, missing, pain, painful, broken, love and miss, connection',
      'disconnected, distant, awful, destroyed, regret, ashamed, numbness, mad, bored, weird'
    ]
  },
  boundaries: {
    deep: [
      'boundary, boundaries, need+ space, needs space, my space, personal space, give me space, space from, say no, saying no, control+ me',
      'controlling, controls, controlled by, possessive, clingy, needy, smother+, smothering, suffocating, privacy, respect my/me',
      'respect/respects me, does not respect, disrespect+, disrespects, disrespectful, disrespected, not allowed, does not let me, will not let me',
      'let/lets me go, tells me what to, people pleas+, people pleaser, people pleasing, please everyone, dependent, codependent, codependency',
      'co dependent, walk all over, walks all over, take+ advantage, taken advantage, takes advantage, used me, being used, pressure+ me',
      'pressuring me, pressures me, guilt trip+, guilt trips, uncomfortable with, not comfortable, comfortable with, cross+ the line',
      'crossed the line, too much for me, oversharing, stand up for, push me into, keeps trying to get back, leave me alone, his friend+',
      'her friend+, freedom, independence, independent, doing things for him/her, gives in, bothering people'
    ],
    clear: [
      'space, respect, limits, jealous of my friends, unwanted, too dependent, too close, invade+, interfere+, interfering, meddle+, meddling',
      'respectful, demands, demanding, pushy, friendship with, do/does/did everything for'
    ]
  },
  red_flags: {
    deep: [
      'red flag, red flags, warning sign, warning signs, toxic, manipulate+, manipulates, manipulating, manipulation, manipulative, gaslight+',
      'gaslighting, gaslighted, narcissist, narcissistic, narcissism, love bomb+, love bombing, abusive, controlling, question my sanity',
      'threatens to leave, isolates me, possessive, bad sign, something is off, something feels off, feels wrong, too good to be true',
      'track/tracks my phone, put/puts me down, putting me down, calls me names, called me names, insults me, belittle+, belittles, belittling',
      'humiliate/humiliates me, blames me for everything, will be gone when, temper, unhealthy relationship, unhealthy, treats me like',
      'treats me badly, treat me like, jekyll, addiction, addicted, gambling, drinking problem, drinks too much, alcoholic, sees other people',
      'does not want to be seen, married man, married woman, older man, secret family, not introduce me, will not introduce, hide me',
      'nothing to do with me, bad situations, bad men, keep getting into'
    ],
    clear: [
      'drinking, drunk, drugs, jealous rage, lied about, excuses, never apologizes, never apologises, alarm bells, concerned, should i be worried',
      'double standard+, hurtful, irritating, bottles, insecure about, weed'
    ]
  },
  break_up: {
    deep: [
      'break up, broke up, called off, calls off, breaking up, broken up, breaks up, broke it off, break off, broke off, broke things off, break it off, split up',
      'we split, dumped, dump+ me, left me, leaves me, leaving me, leave him, leave her, leaving him, leaving her, end it with, ended things',
      'end things, ended it, ended our, ended my, our relationship ended, relationship is over, is over between, over us, we are over, we are done',
      'move on, moving on, moved on, get over him/her/them/someone/somebody/my/a/an/this/the, getting over, got over, over him, over her, let go of',
      'letting go, let him go, let her go, let them go, ex, exes, my ex, back together, get * back, getting back with, take him back, take her back',
      'wants me back, want him back, want her back, back with his/her/my ex, no contact, closure, rebound, divorce, divorced, divorcing, separated',
      'separation, separate from, heartbroken, heartbreak, broken heart, failed relationship, used to be together, not together, no longer together',
      'lose her, lose him, losing her, losing him, want/wants out, single again, walked out, fall back in love, reconcile+, reconciliation',
      'blocked me, does not want to be with me, want+ nothing to do with, without him, without her, giving up on us, say goodbye, saying goodbye',
      'need+ time to think, gone for good, miss my ex, moved away, moved out, move out, filed for'
    ],
    clear: [
      'ended, ending, end my, left, leave, leaving, apart, over, forget him, forget her, forget about him, forget about her, goodbye, miss him',
      'miss her, grieving, lost him, lost her, hoping he comes back, heart broken, past relationship, breaks'
    ]
  },
  jealousy: {
    deep: [
      'jealous, jealousy, jealously, envy, envious, possessive, compare myself, comparing myself, compares me, his ex, her ex, other girls',
      'other guys, other women, other men, another guy, another girl, another man, another woman, look/looks at other, look/looks at his ex',
      'look/looks at girls, like/likes other girls, female friend+, male friend, female coworker, female co worker, guy friend',
      'best friend is a girl, best friend is a guy, talk/talks to other, texting other, texting another, texts other, flirt+ with, flirts with',
      'some girl, some guy, attention to others, competing for, compete with, threatened by, his attention, her attention, for attention, eyes for',
      'hanging out with other, close to his/her, friends with his/her ex, follow/follows girls, like/liked/likes * photos/pictures/posts/selfies',
      'like/likes her pictures, like/likes his pictures, instructor, good shape, prettier, took her away, took him away, less important'
    ],
    clear: ['coworker, attention, insecure, friendship, instagram, facebook, new friend']
  },
  infidelity: {
    deep: [
      'cheat, cheats, cheated, cheating, cheater, affair, affairs, infidelity, unfaithful, adultery, mistress, side chick, slept with',
      'sleeping with, sleeps with, other woman, the other man, one night stand, caught him/her/them with, caught him/her/them texting',
      'caught him/her/them sexting, betrayed me, emotional affair, two timing, kissed another, kissed someone, kissed a, having sex with',
      'messaging other, sexting, dating profile, still on tinder, on tinder, messing around, with my best friend, hooking up with, faithful',
      'seeing someone else, seeing another, seeing somebody else, someone else behind, with someone else, eyes for someone, secret relationship'
    ],
    clear: ['betrayed, betrayal, behind my back, someone else, lipstick, secret phone, secret cell, condoms, married man, been with other']
  },
  loneliness: {
    deep: [
      'lonely, loneliness, lonesome, alone, isolated, isolation, no friends, no one to, nobody to, no one',
      'nobody/noone called/calls/came/comes/noticed/notices/remembered/asks/asked/invites/invited/writes/wrote, not one person, no one else',
      'by myself, on my own, all by myself, do not have anyone, do not have friends, any friends, coming home to, single for, always single',
      'forever alone, never had a relationship/boyfriend/girlfriend, no one wants, nobody wants, no one loves, nobody loves, no one cares',
      'nobody cares, invisible, left out, empty house, empty bed, without anyone, companionship, no one understands, push+ people away',
      'feel unloved, miss having, make friends, making friends, feel disconnected, never home, no man, no woman, no girl, no guy, friendless',
      'need a man/woman/boyfriend/girlfriend/partner'
    ],
    clear: [
      'empty, friends, unloved, unwanted, bored, friend, attention, homesick, ignored, does not want to spend, spend time, spend+ time with',
      'with me, neglected'
    ]
  },
  self_worth: {
    deep: [
      'self worth, self esteem, self confidence, confidence, insecure, insecurity, insecurities, not good enough, good enough for, be enough',
      'not enough, am i enough, am enough, worthless, worthy, unworthy, deserve+, deserves, do not deserve, ugly, fat, unattractive, hate myself',
      'love myself, self love, blame myself, my fault, inferior, ashamed, something wrong with me, something is wrong with me',
      'what is wrong with me, wrong with me, not lovable, unlovable, lovable, compare myself, who i am, who am i, lose myself, lost myself',
      'losing myself, find myself, found myself, work on myself, worked on my self, worked on myself, rejected, rejection, too much for, needy',
      'clingy, dependent, failure, not pretty, not attractive, fall short, a burden, embarrassed of me, embarrassing, better man, better woman',
      'better person, invisible, treat me like i, self sabotage, self sabotaging, sabotage, always fall, body image, weight, gain weight, imposter',
      'love me and not, girls love me, make * love me, inadequate, less important, stay strong, respect myself, value myself, not seem interested',
      'does not seem interested, please the person, blame my'
    ],
    clear: [
      'confident, proud, proud of, enough, awkward, shy, anxious, embarrassed, humiliated, antisocial, stupid, pathetic, attention',
      'taken for granted, for granted, apologize for everything, attractive'
    ]
  }
}
