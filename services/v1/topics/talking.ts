import type { Topic } from '../topic.ts'

export const communication: Topic = {
  name: 'communication',
  related: ['conflict', 'closeness', 'trust'],
  evenNegated: true,
  signs: {
    deep: [
      'communicate/communicates/communicated/communicating/communication/communicator, not/never listen/listens/listening, listen+/listening to me/him/her/us/each, better listener, listen better, open/opening/opened/opens up to/about/more/with',
      'talk/talking it/things out/through/over, not/never/stopped/stop/refuses/refuse/will * talk+/speak/speaking/spoken/spoke to/about/with/anymore/any/me, silent treatment, stonewall+',
      'shuts/shut/shutting me/down/him/her/them, ignore+ me/my/him/her/them/us, how * to/i/we tell/ask/say/bring/talk/approach/express, bring+/bringing it/this/that up, express+/expressing',
      'misunderstood/misunderstanding/misunderstandings/miscommunication, tell/telling/ask/asking my * <close>, speak/speaking up',
      'see/sees/understand/understands my point/side/perspective/feelings/view, feel/feeling/be/being/not heard/listened, uttered * word, not/never tell/tells/told me',
      'hard/difficult conversation/conversations/talk/topic/issues, start talking, uncommunicative, not/never * a word'
    ],
    clear: [
      'open/opening up, talk+/talking/speak/speaking/spoke/spoken to/with/about * <anyone>, talk+/talking/speak/speaking/spoke/spoken to/with/about * me/it',
      'conversation/conversations/discussion/discussions, not understand/get me/why, understands/understand me, say to, apologize+/apologise/apology/apologizing, approach him/her/them/this/the',
      'tell/telling <them>, ask/asking <them>, keeps/keep to myself/himself/herself, dismisses/dismissive/dismissed, one word/short answers, point of view, will not tell/talk'
    ],
    light: ['talk/talked/talking, tell/told, listen, texts/texting, silent/silence']
  },
  wordings: {
    LOW: [
      'Not finding the words, or not being met when you do, can be a lonely experience. It makes sense that there is {feeling|frustration} in it. What do you most long to have heard?',
      'It sounds as though something between you and {person|the other person} is waiting to be said. Holding words back takes effort, and so does saying them into silence. What is it like for you?',
      'There is a longing in what you wrote to be understood. That is one of the most human wishes there is. When did you last feel truly listened to?',
      'Thank you for telling me, because talking about talking is not easy. Words that go unsaid, or unheard, have a way of growing heavier. Which ones feel heaviest?'
    ],
    MEDIUM: [
      'It sounds as though the two of you keep missing each other in words. One person often talks to feel close while another goes quiet to keep the peace, and both mean well. Which of these sounds more like you?',
      'You seem to be looking for a way to be heard. People listen best when they do not feel on trial, and speak best when they do not fear the answer. What makes it hard in your case?',
      'There is a topic here that carries more than its words. Underneath, there is often a simple message such as "I miss you" or "I feel alone with this". What would the simple message be, if you said it to {person|them}?',
      'Communication seems to be where this gets stuck. The moment and the manner of a talk can matter as much as what is said. When do talks between you go a little better?'
    ],
    HIGH: [
      'It is a good sign that you want to find words for this. You might choose a calm moment, begin with what you see and how it feels for you, and then name one wish. Asking afterwards how it sounded to {person|the other person} could keep it a conversation rather than a speech.',
      'That can be approached gently. You could write down the three sentences you most want to say and take out anything that sounds like a verdict. Consider saying them at a time when neither of you is tired or in a hurry. What would your first sentence be?',
      'Being heard often starts with how a talk is opened. You might ask first whether it is a good moment, then say what you hope for from it: to be listened to, or to find a solution. Taking turns without interrupting, even for a few minutes each, could change the tone.',
      'There are a few things that may make talking easier. You might consider doing it side by side, on a walk or in the car, since that takes off some pressure. A letter or a long message could also be a start when spoken words get tangled.'
    ]
  }
}

export const conflict: Topic = {
  name: 'conflict',
  related: ['communication', 'emotions', 'boundaries'],
  signs: {
    deep: [
      'argue+/argument/arguments, bicker+, quarrel+, we fight/fought/clash, we always/constantly/often/just/still/keep/both/are/were fight/fighting/fought/clash, end up fighting, fights/fighting/fought about/over/with/all/again/constantly/every',
      'fight about/over/with/all/again/every/constantly/a, after/had/big/another/constant/huge/stupid/same a/fight/fights/argument, constantly/always/keep fighting/fight',
      'disagree+/disagreement/disagreements, nag/nags/nagging/nagged, criticize+/criticise+/critical of, blame+ me/him/her/them, yell+/scream+/shout+ at, dispute/disputes',
      'angry/mad/furious/pissed/frustrated/annoyed/irritated/livid with/at/off, makes/make/made/get/gets/getting/drives/drive/driving me * mad/angry/furious/crazy/insane/nuts, got so mad/angry',
      'annoy+/annoying/aggravate+/aggravating/irritate+/infuriate/infuriates/infuriating/bugs me, can not stand, hate/hates it/when/that he/she/it, blows/blow/blew up, snaps/snap/snapped at',
      'sick/tired/fed of/up * <dear>, sick/tired/fed of/up * this/his/her, keeps/keep/keeping score, got into it, rough patch, resent/resentment/resents, hold/holds/holding * grudge'
    ],
    clear: [
      'fight/fights/fighting, yell+/scream+/shout+, tension, apologize+, attitude, temper, chores/dishes/laundry/housework/cleaning, never agree, upset with/at/my/me',
      'issue/issues/problem/problems with, selfish/stubborn/lazy/inconsiderate, gets on my nerves, not help/helping, problem with, keeping/kept me waiting, his/her clothes/mess, slob/messy/dirty, cleans/clean up, apologise+'
    ],
    light: ['late, sorry, mad/furious, debt/bills/spending, mess/messy, issue/issues/problem/problems, money/financial/finances/financially, rude/mean, complains/complain/complaining']
  },
  wordings: {
    LOW: [
      'Being at odds with {person|someone close} can drain a whole day. It makes sense that there is {feeling|frustration} in this. What part of it got under your skin the most?',
      'It sounds as though things have been tense, and that you have been carrying the echo of it. Even small quarrels can touch something larger. What did it touch in you?',
      'There is a lot of heat in a situation like this, and often some hurt underneath. Both are allowed to be here. What would the hurt say if it had a voice?',
      'Thank you for letting that out. When the same friction comes round again and again, it is tiring in a way others do not always see. What are you most tired of?'
    ],
    MEDIUM: [
      'It sounds as though the two of you keep ending up on opposite sides. Arguments about small things are often about bigger ones, such as respect, fairness or feeling important. Which of those is at stake for you?',
      'You seem caught in a friction that repeats itself. In many conflicts each person reacts to the other\'s reaction, until the first spark is hard to find. Where do you think it starts?',
      'There is anger or tension here, and it has something to say. Anger often guards a line that matters, or a wish that has gone unanswered. What is it guarding in your case?',
      'Conflict is not a sign by itself that something is broken between you and {person|the other person}. What counts more is how people come back to each other afterwards. How does that usually go?'
    ],
    HIGH: [
      'It makes sense to look for a calmer way through. You might wait until the heat is down, then say what happened, how it was for you and what you would like next time, in that order. Asking for {person|the other person}\'s view right after could keep it from turning into a contest.',
      'Recurring arguments can be looked at like a pattern that both are caught in. You could describe it together: what usually comes first, what follows, where it hurts. Consider agreeing on a word that means "pause", with a time to return to the matter. What would be a good moment to bring this up?',
      'That sounds wearing, and there are ways to make it lighter. You might pick one issue only, the one that would ease the most, and leave the rest for another day. For that one, you could each name what is essential and what is flexible.',
      'Wanting to handle tension well is half of the way. One approach could be to begin with something you appreciate, then name the difficulty without "always" or "never". You might also consider what you could own of it, since a small admission often softens both sides.'
    ]
  }
}
