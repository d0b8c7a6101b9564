/** Words for the seven emotions. Events that hurt nearly everybody (a break-up, a betrayal) speak for the feeling they bring. */
import type { Emotion } from './reading.ts'
import type { Lexicon } from './lexicon.ts'

export const EMOTION_LEXICON: Lexicon<Emotion> = {
  confusion: {
    deep: [
      'so confused, <very> confusing, completely/totally/so/really/utterly lost, torn between, torn apart between',
      'do not know what to think/feel/believe/do/want anymore?, no idea what to think/feel/believe/do/want, do not know what i want/feel'
    ],
    clear: [
      'confused, confusing, confusion, confuses, unsure, uncertain, undecided, torn, puzzled, baffled, bewildered, perplexed, conflicted, doubts',
      'doubting, not sure, not certain, be lost, am lost, feel lost, feeling lost, feel so? lost, mixed signals/messages/feelings/emotions',
      'hot and cold, back and forth, on the fence, in two minds, second guess+, second guessing, do not know what/how/if/why/whether/who/where/when',
      'not know what/how/if/why/whether, no idea what/how/if/why, can not tell if/whether, can not figure out, can not decide/choose',
      'can not make sense, do not understand why/how/what, does not make sense, makes no sense, make sense of, figure out what/if/why/how, 🤔'
    ],
    light: ['wonder+, maybe, mystery, doubt, unclear, part of me, i can not understand, question+ everything, 🤷, 😕']
  },
  sadness: {
    deep: [
      'heartbroken, brokenhearted, devastated, devastating, shattered, crushed, hopeless, depressed, depression, grieving, grief, miserable, misery',
      'destroyed, sobbing, worthless, desperate, despair, gutted, wrecked, inconsolable, suffering, broken heart, heart broken, broken hearted',
      'broke my heart, broke his heart, broke her heart, heart is * broken/breaking/aching/burning/shattered/heavy, heart aches/hurts/sank',
      'breaks my heart, breaking my heart, tore me apart, can not stop crying, cried all night, cry myself, cried myself, crying * sleep',
      'crying every, in so much pain, so much pain, unbearable, hurts so much/bad/badly, hurt me so? very? bad/badly/deeply, i am broken',
      'love of my life left, 💔, 😭'
    ],
    clear: [
      'sad, sadness, sadder, saddens, unhappy, hurt, hurts, hurting, hurtful, lonely, loneliness, alone, lonesome, isolated, crying, cry, cried',
      'cries, tears, tearful, weep+, upset, upsetting, upsets, rejected, rejection, unloved, unlovable, abandoned, heartbreak, heartache, ache',
      'aching, painful, sorrow, mourn+, gloomy, regret+, guilty, guilt, ashamed, shame, awful, terrible, horrible, terribly, invisible, unwanted',
      'empty, emptiness, unimportant, neglected, homesick, melancholy, disheartened, disappointed, disappointing, disappointment, let down',
      'brokenness, humiliated, humiliating, embarrassed, taken for granted, not good enough',
      'miss him/her/them/you/us/my/being/having/what/the/someone/home, missing him/her/them/my/being, missed him/her/them/my, i really? miss',
      'feel+ down/low/blue/bad, feeling down/low/blue/bad, so down, in pain, the pain, emotional pain, broke up, broken up, break up, breaking up',
      'split up, dumped, divorce, divorced, divorcing, separated, separation, left me, leaving me, walked out, moved away, moved out, moving away',
      'passed away, lost my/him/her, died, end of my/our/the relationship/marriage, does not love me, did not love me, do not love me',
      'does not want me, does not want to be with, nobody/noone loves/cares/wants/likes, no one loves/cares/wants/likes/to, nobody, no friends',
      'all by myself, on my own, feel/feels empty, do not have anyone, does not care about me, never loved me, crying inside, 😢, 😞, 😔, 😿, 🥺, ☹, 🙁',
      '😥, 😪'
    ],
    light: [
      'sorry, sigh, sucks, sucked, weird, bored, nostalgic, tough, hard time, hard times, rough patch, lost, unfortunately, used to be, poor',
      'misery, less important, hate this feeling, single again, over us, wish+'
    ]
  },
  anxiety: {
    deep: [
      'terrified, terrifying, panic, panicking, panicked, petrified, dread, dreading, can not breathe, panic attack+, scared to death',
      'so scared/afraid/worried/anxious/nervous, sick with worry, worried sick, freaking out, freak out, anxiety attack, horrified, can not sleep',
      'can not eat'
    ],
    clear: [
      'anxious, anxiety, worried, worry, worries, worrying, scared, scares, scary, afraid, fear, fears, fearful, frightened, frightening, nervous',
      'insecure, insecurity, insecurities, paranoid, paranoia, uneasy, unsafe, apprehensive, overthink+, obsessing, obsessed, obsess, suspicious',
      'threatened, jittery, restless, panicky, on edge, walking on eggshells, eggshells, trust issues, worst case, keeps me up, up at night',
      'my mind races, mind is racing, spiral+, spiraling, what if, intrusive thoughts, gut feeling, bad feeling about, concerned, concerning',
      'losing him/her/them, lose him/her/them, might leave, will leave me, going to leave me, 😰, 😨, 😱, 😟, 😬, 😧, 😳'
    ],
    light: [
      'stress, stressed, tense, tension, unsettled, hesitant, cautious, weird about, jealous, jealousy, wary, not ready, big decision, awkward',
      'uncomfortable, waiting to hear, has not texted/called/replied/answered'
    ]
  },
  frustration: {
    deep: [
      'furious, enraged, livid, rage, raging, outraged, infuriating, infuriates, infuriated, seething',
      'hate him/her/them/it/this/how/when/that/my/you, hated him/her/them, can not stand, could not stand',
      '<very> angry/mad/frustrated/frustrating/annoyed/annoying/fed/irritated, sick of, sick and tired, fed up, had enough, had it with',
      'at my wits end, wits end, pissed off?, betrayed, betrayal, boiling, fuming, disgusted, drives/drive/driving me crazy/nuts/insane/mad',
      'pushed me over, makes me sick, 😡, 🤬'
    ],
    clear: [
      'angry, anger, angers, mad, frustrated, frustrating, frustration, frustrates, annoyed, annoying, annoys, annoy, irritated, irritating',
      'irritates, irritate, resent+, resentment, resentful, aggravate+, aggravated, bitter, unfair, disrespect+, disrespectful, rude, selfish',
      'ridiculous, jerk, asshole, bullshit, stupid, idiot, ugh, argh, grr, wtf, hate, hateful, loathe, upset with, bicker+, jealous of, offended',
      'insulted, insulting, who does that, no excuse, cancelled/canceled on/our, forgot my/our, stood me up, tired of, done with, over it',
      'enough is enough, not fair, nags, nagging, nag, never listens/helps/apologizes/apologises/cares/says/asks/calls/texts/does/wants',
      'will not listen, does not listen, does not help, do not listen, refuses to, ignores me, ignoring me, ignored me, ignored, blames me',
      'blaming me, yells, yelled, yelling, screams, screaming, shouts, shouting, criticize+, criticise+, accuse+ me, accusing me, blew up',
      'snapped at, how dare, every single time, treats me like, treated me like, takes me for granted, slept with, sleeping with someone, used me',
      'using me, behind my back, cheat, cheats, cheated, cheating, cheater, affair, unfaithful, lied, lies, lying, liar, argue+, arguing, arguments',
      'fight+, fighting, hid, hiding, led on, flirts with, left me waiting, waiting for hours, waste of time, wasted, 😤, 😠, 🙄, 😒'
    ],
    light: [
      'bothers, bothered, bothering, bother, keeps, always complaining/late/busy/wants/says/has/makes/gets/on, sucked, sucks, stuck, pushy, lazy',
      'messy, still has not, again and again, over and over, same thing, unreasonable, competing, not interested, rolled his eyes, rolled her eyes'
    ]
  },
  hope: {
    deep: [
      'so happy/excited/grateful/glad/relieved/proud, thrilled, overjoyed, ecstatic, over the moon, never felt better, never been better',
      'never been happier, could not be happier, on cloud nine, best thing that, happiest, 🥳, 🤩'
    ],
    clear: [
      'hope, hopes, hopeful, hoping, happy, happier, happiness, grateful, thankful, optimistic, excited, exciting, relieved, relief, proud, joy',
      'joyful, glad, delighted, confident, looking forward, getting better, feel better, feeling better, better now, good news, going well',
      'went well, works out, worked out, making progress, in a good place, fell in love, falling in love, fallen in love, head over heels, proposed',
      'engaged, 😊, 😀, 😁, 😃, 😄, 🙂, ❤, 🥰, 😍, 💕, 🎉, great boyfriend/girlfriend/husband/wife/partner/relationship/date',
      'best boyfriend/girlfriend/husband/wife/partner, wonderful, amazing, beautiful'
    ],
    light: [
      'improve+, improving, second chance, another chance, make it work, make things right, work things out, work on, want to fix, heal, healing',
      'growing, try again, start over, start fresh, willing to, love my, love him, love her, we love each other, forgive, forgave, forgiveness',
      'nice, good'
    ]
  },
  emotional_distance: {
    deep: [
      'feel nothing, feel numb, numb, stopped loving, like roommates, like strangers, fell out of love, fallen out of love, falling out of love',
      'do not love * anymore, not in love, no connection, do not feel * connection, lost the spark, spark is gone, not attracted, checked out',
      'dead bedroom, feel nothing anymore'
    ],
    clear: [
      'distant, distance between, disconnected, disconnect, detached, withdrawn, cold, colder, aloof, shut down, shuts down, shutting down',
      'shuts me out, shut me out, drift+ apart, drifting, drifted, grow+ apart, growing apart, grown apart, grew apart, ghosted, ghosting, ghosts',
      'push+ * away, pull+ away, pulling away, closed off, break down my walls, walls up, my walls, lost interest, losing interest, stonewall+',
      'stonewalling, silent treatment, unavailable, no intimacy, no affection, no sex, not intimate, not affectionate, not close',
      'stopped talking/texting/calling/touching/kissing, does not talk to me, will not talk to me, do not talk anymore, barely talk/speak/see/touch',
      'hardly talk/speak/see/touch, never talk, rarely talk, does not text/call/reply/open/share, not interested in me, interested in me anymore',
      'different towards, need+ space, needs space, wants space, needed space, nothing to do with me, ignores me, ignoring me, ignored me',
      'does not open up, in his own world, in her own world, always on his/her phone, sleep in separate, do not feel anything, feel indifferent',
      'indifferent'
    ],
    light: [
      'apart, never home, always working, always busy, alone, miles away, quiet, long distance, bored with, routine, less and less, no longer',
      'given up, giving up, isolated'
    ]
  },
  overwhelm: {
    deep: [
      'can not take it/this/anymore/any, can not do this/it anymore?, falling apart, fall apart, breaking down, broke down, break down crying',
      'too much to, too much for me, it is all too much, just too much, can not cope, can not handle, at my limit, drowning, breaking point',
      'losing my mind, losing it, lose my mind, everything at once, can not go on like, suffocating, crushing me, 😵, 🤯'
    ],
    clear: [
      'overwhelmed, overwhelming, overwhelm, exhausted, exhausting, exhaustion, drained, draining, burned out, burnt out, burnout, worn out',
      'worn down, stressed, stressful, so tired, so much going on, struggling to, spread thin, hanging by, no energy, swamped, buried, juggling',
      'on my shoulders, weight of, all over the place, everything is falling, do everything, 😩, 😫, 🥵, 😮'
    ],
    light: [
      'tired, pressure, struggle, struggles, struggling, stress, hard time, so hard, so difficult, emotional, sleepless, rollercoaster, chaos',
      'crazy, busy, can not sleep, responsibilities, obligations, so many, every day'
    ]
  }
}
