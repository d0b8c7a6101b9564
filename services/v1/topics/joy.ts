import type { Topic } from '../topic.ts'

export const joy: Topic = {
  name: 'joy',
  related: ['love', 'relationship', 'feelings'],
  signs: {
    deep: ['over the moon, best day of/ever, made my day, dream come true, happier than'],
    clear: [
      'am/was/feel/feeling/felt/so/very/really happy/excited/proud/grateful/thankful/lucky/blessed/thrilled/ecstatic/overjoyed/glad, lovely/great/wonderful/amazing/beautiful/perfect weekend/evening/date/time/day/trip/night, surprised/surprises me with, felt great/amazing/wonderful, feels great/amazing/wonderful, proud of, thankful for, looking forward to',
      'sweetest/nicest/kindest/best thing, treats me so/really/very well/good, makes/make/made me * happy/smile/laugh, cherish+'
    ]
  },
  wordings: {
    LOW: [
      'That sounds like a warm moment, and it is good that you let it be seen. Joy with {person|someone dear} deserves as much room as any worry. What was the best part of it for you?',
      'There is something bright in what you wrote. Good feelings can be quiet or loud, and both are welcome here. What does it stir in you?',
      'It is lovely to read this. Happiness often says something about what we hold dear. What does it say about you?',
      'Thank you for sharing something good. Moments like this have a way of staying with a person. What would you like to keep from it?'
    ],
    MEDIUM: [
      'It sounds as though something good has touched you. Happy moments can show what we value more clearly than hard ones do. What do you think made this one special?',
      'There is gladness in what you share. Some people find joy easy to trust, and others wait for it to end. How is it with you?',
      'You seem to be feeling close to something that matters. Good moments between people are often made of small things, such as being noticed or remembered. Which small thing was it here?',
      'That reads like a good stretch of road. Putting happiness into words tends to make it last a little longer. How would you put it to {person|the person you shared it with}?'
    ],
    HIGH: [
      'That is good to hear, and there are ways to make such moments grow. You might tell {person|the person involved} exactly what made you happy, since people seldom know which detail it was. It could also be worth noting for yourself what made it possible.',
      'What a good thing to build on. You could consider making a small habit out of it, something that repeats without losing its charm. Which part of it would be easy to repeat?',
      'Happy times are a good moment to look ahead. You might think about what the two of you do well right now, and how you could protect it when days get busier. A few words about it, said aloud, could be enough.',
      'It makes sense to enjoy this fully. You might consider sharing it with someone who is glad for you, or keeping a line about it for a harder day. If a part of you waits for the catch, you could greet that part kindly and let the joy stay.'
    ]
  }
}
