import type { Topic } from '../topic.ts'

export const compatibility: Topic = {
  name: 'compatibility',
  related: ['values', 'communication', 'love'],
  people: ['partner', 'ex'],
  evenNegated: true,
  signs: {
    deep: [
      'compatible/compatibility/incompatible/incompatibility, right/wrong for me/each/him/her/them/one, right/wrong person/one/guy/girl/man/woman, he/she/they/is * the one',
      'too/so/very/completely/totally different, opposites/opposite, nothing/little/much/anything/something in common',
      'different people/personalities/personality/interests/backgrounds/hobbies/worlds/pages/page/sex, age gap/difference, older/younger man/men/woman/women/guy/guys/than, good/perfect/bad match/fit',
      'mr/ms/mrs right, meant to be, good for each/me, well matched, antisocial/introvert/introverted/extrovert/extroverted, better off with'
    ],
    clear: [
      'personality/personalities, zodiac/horoscope/astrology, star sign/signs, different from, suited/suitable, hobbies/interests, get along, click/clicked, my/same/certain type of, my type, out of my league, morning person',
      'growing from'
    ],
    light: ['different/differences, similar, match']
  },
  wordings: {
    LOW: [
      'Wondering whether two people fit can bring up hope and {feeling|unease} together. It makes sense to look at it with care. What made the question come up for you?',
      'It sounds as though you notice differences, and that they have begun to weigh something. Differences can feel exciting on one day and lonely on another. What do they feel like today?',
      'There is an honest question in what you wrote. Being fond of {person|someone} and wondering about the fit are both allowed at once. Which part of it touches you most?',
      'Thank you for sharing this. Feeling out of step with another person can make one doubt oneself as well. Where do you feel most in step, and where least?'
    ],
    MEDIUM: [
      'You seem to be looking at how well two people fit. Fit is often less about sharing every interest and more about how differences are handled. How are they handled between you and {person|the other person}?',
      'It sounds as though some differences matter more than others. Tastes can differ for a lifetime without harm, while differences in how to live tend to ask for an answer. Which kind are yours?',
      'There is a picture of the right match somewhere in what you share. Such pictures come from many places, from family to films, and only part of them is our own. What in the picture is truly yours?',
      'Being different can mean completing each other or tiring each other out, sometimes both. What tells them apart is often whether each can remain themselves. How much of yourself is at home in this?'
    ],
    HIGH: [
      'That is a useful thing to look at. You might list where you two are alike, where you differ and enjoy it, and where you differ and it hurts. The last group could then be sorted into what may be arranged and what goes to the heart of how you want to live.',
      'It makes sense to ask this with open eyes. You could consider how it is when you plan something, disagree, rest, and face bad news, since fit shows in all four. Talking with {person|the other person} about one of them might be a light way to begin. Which of the four goes best?',
      'Compatibility can grow in some areas and not in others. You might think about what you would never want to give up, and ask whether there is room for it here. You could also ask what the other person would never want to give up.',
      'There is no perfect match, though there are good enough ones. One approach could be to look at the recent past and consider whether the two of you have come closer to understanding each other or only better at avoiding topics. That direction might say more than any list.'
    ]
  }
}

export const values: Topic = {
  name: 'values',
  related: ['compatibility', 'boundaries', 'communication'],
  people: ['partner', 'family', 'friend', 'ex'],
  evenNegated: true,
  signs: {
    deep: [
      'my/our/core/shared/same/different/personal/family/moral/his/her values, values in/are/matter/do, life/future/our goals, want+/wants/wanted different/same/the things',
      'what matters/important to me/us, what i/we/really want in/from * relationship/partner/life, principles, beliefs/religion/religious/faith, politics/political, different/our/my priorities',
      'priority in, culture/cultural/cultures/traditions, not on the same page, same page, integrity, open relationship/marriage, polyamory/polyamorous/monogamy/monogamous'
    ],
    clear: ['values, priorities/priority, goals, important to me, lifestyle, believes/believe in, christian/muslim/jewish/hindu/atheist/catholic, wants/want kids, church'],
    light: ['morals/moral/meaning, wants/wanted me to, career, ambition/ambitions, spending/savings/money']
  },
  wordings: {
    LOW: [
      'What matters to you seems to be at stake here, and that goes deep. It makes sense that it stirs up {feeling|strong feelings}. What in it feels most important to you?',
      'It sounds as though something you hold dear is being weighed against something else. That can feel like being asked to give up a piece of yourself. Which piece would that be?',
      'There is a quiet seriousness in what you wrote. Living close to what one believes in, beside {person|another person}, is not always simple. Where do you feel the rub?',
      'Thank you for sharing this. Values often stay silent until they are touched, and then they speak with force. What did yours say?'
    ],
    MEDIUM: [
      'You seem to be getting closer to what really counts for you. Behind many disagreements there are two good values that pull in different directions, such as freedom and security. Which two might be at work here?',
      'It sounds as though you would like to live in line with something important. Values show most clearly in where time, money and patience go. What do yours show at the moment?',
      'There is a difference in outlook in what you share, and it seems to matter. People can respect a value without sharing it, and that respect is often what is missed. How is it between you and {person|the other person}?',
      'What you write touches the question of what a good life together means. The answer changes over time, and two people do not always change at the same pace. What has changed for you?'
    ],
    HIGH: [
      'It is worthwhile to get clear about this. You might write down five things that matter most to you in a relationship, then reduce them to three, and notice what was hard to cross out. Those three could serve as a compass for the question you have now.',
      'That makes sense to explore. You could name what a good ordinary week would contain, ask {person|the other person} to do the same, and compare the two without debating. Where they differ, you might ask what the thing stands for. What would be in your week?',
      'Shared values can be found and also built. You might consider which differences are about taste, which about habit and which about conscience, because each allows a different amount of give. The last kind could deserve an early and gentle talk.',
      'When goals differ, it may help to look at what lies behind them. One approach could be to ask "what would that give me" a few times over, until you reach a word such as peace, belonging or freedom. Two people might meet on that level even when their plans differ.'
    ]
  }
}

export const blueprint: Topic = {
  name: 'blueprint',
  related: ['values', 'compatibility', 'self_worth'],
  people: ['partner'],
  evenNegated: true,
  signs: {
    deep: ['my/our/relationship/love/amora/the/personal/his/her blueprint/blueprints, blueprint result/results/says/report/quiz/score/type'],
    clear: ['blueprint/blueprints, relationship pattern/patterns/style/profile, attachment style/type, my patterns/pattern']
  },
  wordings: {
    LOW: [
      'Looking at one\'s own pattern in relationships takes some courage. It makes sense if it brings up recognition and {feeling|discomfort} alike. What touched you when you looked at it?',
      'It sounds as though your blueprint has given you something to think about. A description of oneself can feel fitting in one place and strange in another. Which place is on your mind?',
      'There is curiosity in what you wrote, and some tenderness too. Seeing how one loves, in black and white, is not a small thing. How did it feel to read it?',
      'Thank you for bringing this here. A blueprint can only sketch, and the person is always more than the sketch. What do you miss in it, or find in it?'
    ],
    MEDIUM: [
      'You seem to be making sense of your blueprint. Think of it as a map of habits rather than a description of who you are, since habits can shift with new experience. Which habit do you recognise first?',
      'It sounds as though you are looking for what shaped the way you relate. Patterns usually began as good solutions to an earlier situation. What might yours have been good for?',
      'There is a wish to understand yourself better in what you share. What a blueprint shows about closeness, distance or conflict tends to become clearer with an example. What recent moment comes to mind?',
      'A blueprint often shows how we reach for {person|others} when it matters. It can be read as a set of wishes, too. What wishes do you see in yours?'
    ],
    HIGH: [
      'It is a good idea to put your blueprint to use. You might pick a single trait from it and watch for a while when it helps you and when it gets in the way. That could show you one small place where a different response would be worth trying.',
      'A blueprint can be a starting point for a talk. You could choose one part that feels true and share it with {person|someone you trust}, asking where they see it. Their examples might be more useful than the text itself. Which part would you choose?',
      'That makes sense to look into. You might consider three questions for each part of your blueprint: where do I see this, what does it protect, and what would I like to add to it. The answers could become a plan that is really your own.',
      'Reading a blueprint is easier with a light hand. You might mark what fits, cross out what does not, and leave a question mark where you are unsure. After that, you could consider the question marks one by one, as life brings examples.'
    ]
  }
}
