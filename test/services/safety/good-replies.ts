/** Whole replies as the coach gives them, written for this project: the review has nothing against any of them. */
import type { Strategy } from '../../../services/understanding/reading.ts'

export const GOOD_REPLIES: ReadonlyArray<readonly [Strategy, string]> = [
  ['LOW', 'You came home to an empty flat and a note, and that must have knocked the air out of you. It makes sense that you keep going over it. What part of it comes back most often?'],
  ['LOW', 'Being talked over again and again is wearing. No wonder you feel invisible tonight. What would you have liked him to hear?'],
  ['LOW', 'Three years is a long time to keep hoping. Of course you are tired. Where do you feel it most?'],
  ['LOW', 'It sounds like you have to hold everything together while nobody holds you. That is so much for one person. What is the heaviest piece right now?'],
  ['LOW', 'You are angry, and underneath there seems to be a lot of hurt. Both are allowed here. What set it off today?'],
  ['LOW', 'He promised to call, and the phone stayed silent. You must have felt so small in that moment. How are you feeling as you write this?'],
  ['LOW', 'You don\'t have to make sense of it tonight. Missing her and being furious with her can both be true. What is it like to carry the two together?'],
  ['LOW', 'That "you should be over it by now" from your sister stings. Grief has its own clock. What do you miss the most?'],
  ['LOW', 'So many feelings in one day 💛 It makes sense that you are worn out. Which one is the loudest?'],
  ['LOW', 'It hurts to be compared with someone he used to love. You wanted to be seen as yourself. What would it feel like to be chosen without doubt?'],
  ['LOW', 'Not knowing is its own kind of pain. I can hear how much energy the waiting takes. What are you most afraid of?'],
  ['LOW', 'You gave him chance after chance, and each time the ground gave way again. Feeling done makes sense. What is left of the hope?'],
  ['MEDIUM', 'You love him, and you also feel alone beside him. Sometimes distance grows when both people wait for the other to reach out first. When did you last feel close?'],
  ['MEDIUM', 'It seems that money is where the two of you get stuck. Often a fight about money is a fight about safety. What does money stand for in your family?'],
  ['MEDIUM', 'Part of you wants to trust her again, and part of you keeps watch. That watchfulness may be trying to protect you. What would it need to see?'],
  ['MEDIUM', 'You said yes when you meant no, and now it sits badly with you. Saying no can feel risky when love once depended on saying yes. Does that ring a bell?'],
  ['MEDIUM', 'The spark feels dimmer, and that worries you. Many couples find that closeness changes its shape after a child. What do you miss most about how it was?'],
  ['MEDIUM', 'Jealousy often points at something precious. Here it seems to point at being someone\'s first choice. Where in your life have you felt like second choice before?'],
  ['MEDIUM', 'You are torn between your mother\'s wishes and your own. It takes courage to even notice that they are different. Whose voice is louder today?'],
  ['MEDIUM', 'He needs quiet after work, and you need to hear about his day. Both needs are fair. How do you two usually meet in the middle?'],
  ['HIGH', 'It is good that you want to bring this up calmly. You might choose a quiet moment and begin with how you feel rather than what he did. You could then ask for one small change. What would that change be?'],
  ['HIGH', 'Deciding about moving in together is a big step. You could each write down what you hope for and what worries you, and compare. It might also help to talk about money and chores early on. Which of these feels hardest to raise?'],
  ['HIGH', 'Rebuilding trust takes time. One option could be to agree on something small and keep it for a month. You might also consider telling her what helps you feel safe. What would be a fair first step?'],
  ['HIGH', 'You want to set a limit with your brother. A sentence such as "I can lend you a hand, but not money" might say it kindly. You could practise it once out loud. How does it sound to you?'],
  ['HIGH', 'Long distance works best with a few habits that both enjoy. You might consider one fixed call a week and a surprise now and then. Perhaps a date for the next visit could make the waiting easier. What have you tried so far?'],
  ['HIGH', 'Thank you for laying it out so clearly. You could look at the three things you value most and ask which partner shares them. It may be that your calm answer is already there. What comes to mind first?'],
  ['HIGH', 'First dates are nerve-racking for nearly everyone. You might think of two questions you would really like to ask. It could also help to meet somewhere with a natural end, like a walk. What kind of place makes you feel at ease?'],
  ['HIGH', 'Apologies land better when they name the hurt. You could say what you did, how it may have felt for her, and what you would like to do differently. There is no rush. What do you most want her to know?']
]
