/** SAFETY mode: how to think about feeling safe in a relationship; help is offered in words that fit everywhere. */
import type { MatchedTopic, WordingsByStrategy } from './topic.ts'

export const SAFETY_RELATED: readonly MatchedTopic[] = ['red_flags', 'boundaries', 'trust']

export const SAFETY_WORDINGS: WordingsByStrategy = {
  LOW: [
    'Feeling safe with {person|someone} is more than the absence of danger; it is being able to breathe, disagree and be yourself. Whatever you notice there deserves to be taken seriously. If you are ever in danger, your local emergency number is there for you at any hour. What does your own sense of safety tell you right now?',
    'Thank you for looking at this, because it takes courage. Unease has its reasons, even when they are hard to put into words, and you know your situation best. If there is ever a threat, local emergency services and helplines are there for you. How does your body feel when you think of being together?',
    'Safety in a relationship can be quiet: no fear of a mood, no careful counting of words. If something feels different from that, it makes sense that it stays with you. Help is there day and night through your local emergency number. What would you like to say about how safe you feel?',
    'There is no right or wrong answer to how safe one feels. Your sense of it counts, whatever anybody else says about it. Local helplines and emergency services are there whenever it feels like too much. When do you feel most at ease, and when least?',
    'I am glad you are here with this question. Being on guard near {person|someone close} can become so usual that it is hardly noticed any more, and it still costs strength. If you are in danger now, your local emergency number comes first. What is it like for you today?',
    'It is understandable to want to speak about safety in a calm moment. Nothing you say here obliges you to anything. Trained people at local helplines listen at any time as well. What made you think about it?'
  ],
  MEDIUM: [
    'Safety in a relationship has several sides: the body, the feelings, money, and the freedom to see other people. It can be strong in one and thin in another, which makes it hard to name. If you ever feel in danger, your local emergency number is there for you. Which side is on your mind?',
    'A useful measure of safety is what happens after a no. With someone who is safe, a no may lead to disappointment but not to fear. Local helplines are there for talking it through, without any obligation. What happens after a no between you and {person|the other person}?',
    'Your question about safety deserves a calm place. Fear often shows first in small adjustments, such as choosing words with care or keeping things untold. If there is ever an immediate threat, emergency services are the fastest help. Which small adjustments do you notice in yourself?',
    'Feeling safe and being in love are two different things, and one does not replace the other. Noticing how you feel before, during and after time together often says a good deal. Help is there through your local emergency number at any hour. What do you notice?',
    'Being safe includes being able to make mistakes without being made small. Where that is missing, people often begin to doubt their own view. A trusted person or a local helpline can be a second pair of eyes. Whose view do you trust besides your own?',
    'Safety tends to show over time, in how hard moments end. Repair, respect and room to breathe speak for it; threats, control and isolation speak against it. If you are in danger now, your local emergency number comes first. What does a hard moment usually look like for you?'
  ],
  HIGH: [
    'It is wise to think about safety in a clear way. You might look at four points: whether a no is respected, whether you can see your own people, whether money and phone are yours to use, and whether anger ever becomes frightening. If one of them worries you, a local helpline or someone you trust could help you think it through. In immediate danger, your local emergency number is the fastest way to help.',
    'That is an important question, and you set the pace. You could note for yourself when you feel at ease and when you feel on guard with {person|the other person}, since a pattern says more than a single day. It might also be good to agree on a word with a trusted person that means "please call me". If it ever feels urgent, emergency services are there at any hour.',
    'Thinking ahead can make things calmer. You might consider three simple preparations: somebody who knows how things are, a place to go to for a night, and important papers and a charger within reach. Local helplines could go through this with you in confidence. How safe do you feel at the moment?',
    'A good way to look at safety is to ask what you would want for a dear friend. You might describe your situation to yourself as if it were theirs, and notice what you would worry about. If the worry is real, your local helpline or emergency number could be a next step, at a time when it is safe to call.',
    'Safety and respect can be talked about where talking feels safe. You could begin with one concrete wish, such as no shouting or no reading of messages, and watch what follows in actions. If speaking up itself feels risky, it might be better to talk first with a local helpline or somebody you trust. What would your one wish be?',
    'There are ways to get a clearer picture. You might ask yourself how often you feel afraid, whether it is getting more or less, and what you have stopped doing because of it. Sharing the answers with a trained listener at a local helpline could bring some clarity. If there is danger now, your local emergency number comes first.'
  ]
}
