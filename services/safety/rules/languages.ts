/** The commonest phrases of Spanish, French, German, Portuguese and Italian. Accents are gone and words are as typed. */
import { fragment } from '../pattern.ts'
import { anyGap } from './vocabulary.ts'
import { rule, type Family } from './rule.ts'

export const selfHarmAbroad: Family = {
  name: 'self-harm in other languages',
  result: { action: 'care', kind: 'self_harm', grade: 'explicit' },
  rules: [
    rule([
      '(quiero|queria|deseo|ganas de|prefiero|quisiera) (morir|morirme|matarme|suicidarme|desaparecer para siempre|no existir|estar muert[oa])',
      'me quiero (morir|matar|suicidar)',
      'no quiero (seguir )?(vivir|viviendo|existir|despertar)',
      `(voy a|quiero|pienso|pensando en|ganas de) ${anyGap(1)}(matarme|suicidarme|quitarme la vida|acabar con mi vida|cortarme|hacerme dano|lastimarme)`,
      'quitarme la vida',
      'acabar con mi vida',
      'me (corto|cortaba|hago dano)',
      '(pienso|pensando|pensado) en (el )?suicidi[oa]',
      'pensamientos (suicidas|de suicidio)',
      'ganas de morir'
    ], ['Quiero morirme', 'Ya no quiero vivir', 'pienso en suicidarme', 'quiero quitarme la vida', 'me corto cuando estoy triste', 'tengo pensamientos suicidas']),
    rule([
      fragment`
        (je )?(veux|voudrais|vais|envie de|pense a|pensais a|prefere) (plus )?(mourir|me tuer|me suicider|en finir|crever|disparaitre pour toujours|me faire du mal|
        me couper|me pendre|mettre fin a)
      `,
      '(ne )?veux plus vivre',
      'mettre fin a (mes jours|ma vie)',
      'envie de (mourir|me suicider|me tuer|en finir)',
      '(pensees|idees) suicidaires',
      'me (scarifie|scarifier|suicider|suis coupee?)',
      'en finir avec la vie',
      'penser? au suicide',
      'je pense au suicide'
    ], ['Je veux mourir', "J'ai envie de mourir", 'je ne veux plus vivre', 'je pense au suicide', 'je veux en finir avec la vie', "j'ai des idées suicidaires"]),
    rule([
      '(ich )?(will|mochte|wurde gerne|wollte) (einfach |nur |nur noch |am liebsten )*(sterben|tot sein|mich umbringen|mich toten|nicht mehr (leben|da sein|aufwachen))',
      '(will|mochte|kann|mag) (einfach )?nicht mehr (leben|weiterleben)',
      'keine lust mehr (zu leben|am leben)',
      'nicht mehr leben wollen',
      '(mich|mir) (umbringen|umzubringen|das leben (nehmen|zu nehmen)|selbst (verletze|verletzen|zu verletzen)|ritzen|toten)',
      'bring(e)? mich um',
      'ritze mich',
      'mich (geritzt|umgebracht)',
      'selbstmord(gedanken)?',
      'suizid(gedanken|al)?',
      'selbstmordgedanken',
      'mich vor den zug',
      'selbstverletz(e|ung|en|end)'
    ], ['Ich will sterben', 'ich möchte nicht mehr leben', 'Ich habe Selbstmordgedanken', 'ich will mich umbringen', 'ich denke an Suizid', 'Ich ritze mich']),
    rule([
      '(quero|queria|vontade de|prefiro|penso em|pensando em|vou) (me )?(morrer|matar|suicidar|desaparecer para sempre|me matar|me suicidar|cortar os pulsos)',
      'nao (quero|aguento) mais viver',
      '(tirar|acabar com) a minha (propria )?vida',
      'tirar minha (propria )?vida',
      'pensamentos suicidas',
      'me (corto|cortar|mutilo|machucar)',
      'acabar com tudo isso',
      '(penso|pensando) (em|no) suicidio'
    ], ['Quero morrer', 'não quero mais viver', 'penso em me matar', 'vou tirar a minha vida', 'penso em suicídio']),
    rule([
      '(voglio|vorrei|volevo|penso di|penso a|desidero|voglia di) (solo )?(morire|uccidermi|ammazzarmi|suicidarmi|farla finita|sparire per sempre|togliermi la vita|tagliarmi|farmi del male)',
      'non voglio piu vivere',
      'togliermi la vita',
      'farla finita',
      'pensieri suicidi',
      'mi taglio(?! i capelli)',
      'pensando al suicidio',
      'penso al suicidio',
      'mi voglio (uccidere|ammazzare)'
    ], ['Voglio morire', 'non voglio più vivere', 'penso al suicidio', 'vorrei farla finita', 'voglio uccidermi'])
  ]
}

export const abuseAbroad: Family = {
  name: 'abuse in other languages',
  result: { action: 'care', kind: 'abuse', grade: 'explicit' },
  rules: [
    rule([
      '(me (pega|pego|golpea|golpeo|maltrata|amenaza|amenazo|violo|viola|estrangulo|ha pegado|ha golpeado|da golpes))',
      'violencia (de genero|domestica)',
      '(mi|el) (marido|esposo|novio|pareja|ex|esposa|novia|mujer|padre) (me )?(abusa de mi|es violent[oa]|es abusiv[oa])',
      'abusa de mi',
      'tengo miedo de mi (marido|esposo|novio|pareja|ex|mujer|esposa)'
    ], ['Mi novio me pega', 'mi marido me golpea', 'sufro violencia doméstica', 'tengo miedo de mi esposo', 'mi ex me amenaza']),
    rule([
      '(il|elle|mari|copain|conjoint|pere|femme|copine|compagnon|ex) (me (frappe|bat|tape|menace|viole|maltraite|gifle|etrangle)|ma (frappee?|violee?|battue?|giflee?|etranglee?|menacee?))',
      'violences? conjugales?',
      '(femme|homme) battue?',
      'peur de mon (mari|copain|conjoint|ex|compagnon)',
      'je me fais frapper'
    ], ['Mon mari me frappe', 'il me bat', "il m'a frappée", 'je subis des violences conjugales', 'j\'ai peur de mon mari']),
    rule([
      '(schlagt|bedroht|wurgt|misshandelt|vergewaltigt|verprugelt|missbraucht) mich',
      'mich (geschlagen|gewurgt|vergewaltigt|bedroht|missbraucht|verprugelt|misshandelt)',
      'hausliche gewalt',
      '(mein|meine) (mann|freund|frau|freundin|ex|partner|vater) ist gewalttatig',
      'angst vor meinem (mann|freund|ex|partner|vater)'
    ], ['Mein Mann schlägt mich', 'er hat mich geschlagen', 'mein Freund bedroht mich', 'ich erlebe häusliche Gewalt', 'Ich habe Angst vor meinem Mann']),
    rule([
      '(me (bate|bateu|agride|agrediu|espanca|ameaca|ameacou|estuprou|violenta|maltrata|enforcou))',
      'violencia domestica',
      'medo do meu (marido|namorado|ex|parceiro)',
      '(marido|namorado|esposa|namorada) (e )?(abusivo|abusiva|violento|violenta)'
    ], ['Meu marido me bate', 'meu namorado me agride', 'ele me ameaçou', 'tenho medo do meu marido']),
    rule([
      '(mi (picchia|mena|minaccia|violenta|maltratta|strangola|ha (picchiat[oa]|violentat[oa]|menat[oa]|minacciat[oa]|strangolat[oa])))',
      'violenza domestica',
      'paura di mio marito',
      'paura del mio (ragazzo|compagno|ex)'
    ], ['Mio marito mi picchia', 'il mio ragazzo mi minaccia', 'lui mi ha picchiata', 'ho paura di mio marito'])
  ]
}
