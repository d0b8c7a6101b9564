import type { Topic } from '../topic.ts'

export const emotions: Topic = {
  name: 'emotions',
  related: ['self_worth', 'loneliness', 'communication'],
  signs: {
    deep: ['my emotions/anger/mood/temper, emotional/emotions, passed away, widow/widowed/widower, grief/grieving/grieve/mourning, <close> died, death of, funeral, cry/crying/cried, tears, weep/weeping, mood swings, control my anger/temper/feelings/emotions, regulate, panic attack/attacks, not over what/it/this/that'],
    clear: [
      'feel/feeling/felt/feels/makes/make/made/leaves/left * <emotion>, i am/was/get/got/have * <emotion>, hurt/hurts/hurting me/my/so/bad/badly, it/that/this hurts, can not take * pain/it/this',
      'nightmare/nightmares, just/so/very/really/too/always/constantly/still <emotion>, pain/painful, hard/difficult time, stress/stressful, it sucks, really sucked/sucks, struggle/struggling/struggled, cope/coping, feel/feeling/felt * down/low/bad/awful/terrible/horrible/weird/sick/off, hard for me, cheer me'
    ],
    light: ['feel/feels/feeling/felt, <emotion>, bad/awful/terrible/hard/sucks/sucked, hurtful']
  },
  wordings: {
    LOW: [
      'There is real {feeling|feeling} in what you wrote, and it is good that it has somewhere to go. Nothing about it asks to be fixed this minute. What is it like in you right now?',
      'That sounds like a lot to carry at once. Emotions of this size tend to make everything else a little harder, and it makes sense if you are worn out. What sets it off the most?',
      'I hear you, and I am in no hurry. The {feeling|weight} you describe belongs to something that matters to you. What do you think it is about, deep down?',
      'Thank you for not keeping this locked away. Feeling so much in connection with {person|someone or something dear} is human, even when it is uncomfortable. Where in your day does it catch up with you?'
    ],
    MEDIUM: [
      'It sounds as though strong feelings are asking for your attention. They often come in layers, with a loud one on top and a softer one below. What might lie below the {feeling|loudest one}?',
      'You seem to be feeling this deeply. Emotions can be messengers about something we long for or would like to protect. What could this one be pointing to?',
      'There is a lot going on inside you, and you put it into words well. Naming a feeling rather exactly can take some of its force away. Which one word would you choose for today?',
      'This seems to reach further than a single moment. Sometimes a present situation with {person|somebody} wakes an older feeling, and the two arrive together. Does anything about it feel familiar?'
    ],
    HIGH: [
      'It makes sense to look for ways to live with feelings this strong. You might give them a name and a place in the body first, and breathe slowly for a minute or two before doing anything else. After that, you could consider what the feeling is asking for, and whether there is a small way to give it that.',
      'Wanting to understand your emotions is a strength. You could keep short notes for a while: what happened, what you felt, what you did next. Patterns might show that are hard to see from inside. Which situation would be the first on your list?',
      'That sounds intense, and there are several gentle ways to approach it. You might move the body, speak with someone safe, or write without stopping for ten minutes. If it keeps weighing on your sleep or your days, a counsellor could also be good company for a stretch of the way.',
      'Feelings like these tend to pass through in waves. You might consider what helps you at the height of a wave and what helps you in between, since the two are often different. Telling {person|someone close} which is which could make it easier for them to be there for you.'
    ]
  }
}

export const feelings: Topic = {
  name: 'feelings',
  related: ['love', 'dating', 'emotions'],
  people: ['partner', 'friend', 'ex'],
  evenNegated: true,
  signs: {
    deep: [
      'feelings for/towards/toward, have+/had/having/caught/catch/catching * feelings, crush/crushes on, a/my/this/old/big/huge/secret crush, crushing on, feels/feel the same/same, how * feel about, mutual, one sided, unrequited',
      'likes/like me back, butterflies, my true feelings, confess/confessing/confessed, more than friends, just friends, only a friend, stay/be friends with, dream+ of/about <them>, more than a friend, led on, infatuated/infatuation/obsessed/obsessing'
    ],
    clear: [
      'feelings, feel/feels/feeling/felt about/for/toward/towards/weird/strange/uncomfortable/uneasy, like+ him/her/them/someone/this/a/my * friend/guy/girl, attracted/attraction, care+/cares about',
      'how i feel, like him/her/them * lot, thinking/think about <them>, get/gets to me, connection with'
    ],
    light: ['like/likes/liked <them>, feel/feels']
  },
  wordings: {
    LOW: [
      'Feelings for somebody can make the world brighter and more uncertain in the same moment. It makes sense that they ask to be spoken about. What are they like for you?',
      'It sounds as though something has been moving in you for a while. There is no wrong way to feel about {person|another person}. When do you notice it the most?',
      'There is something tender in what you wrote. Not every feeling arrives with a plan, and it can be enough to let it be seen. What would you like to say about it that you have not said yet?',
      'Thank you for being open about this. Carrying feelings without knowing where they lead takes patience. What makes them easy to carry, and what makes them hard?'
    ],
    MEDIUM: [
      'You seem to be getting to know your own feelings here. Some of them are about the other person, and some about how you see yourself when they are near. What do you like about who you are around {person|them}?',
      'It sounds as though there is more feeling than there are words for it. Feelings often become clearer through what we do than through what we think: whom we want to tell good news, whom we look for in a room. What have you noticed there?',
      'There is a question in what you share about what this feeling means. A feeling can be true without deciding anything. What would you want to know before it decides something?',
      'Feelings and the wish to act on them are two different things, and they can be looked at one by one. That often brings some calm. What does the feeling say, and what does the wish say?'
    ],
    HIGH: [
      'It makes sense to think about what to do with feelings like these. You might first let them be for a little while without acting, and notice whether they grow in contact or mostly in imagination. Then you could choose one small honest step that would feel all right whatever the answer.',
      'That is a tender matter to handle. You could consider what you hope for if you speak, and what you would do if the answer were different. Saying something simple and true to {person|the person concerned}, without asking for anything back, might be one way. How does that sound to you?',
      'Feelings can be listened to and still be weighed. You might write down what you feel, what you know about the other side and what you would like, and see where the gaps are. A friend who is kind and frank could help you look at them.',
      'There is no rush with something like this. One approach could be to ask yourself what the feeling adds to your life now, and what it asks from it. You might then consider whether to give it more room, to share it, or to let it settle.'
    ]
  }
}
