/** Which language a message is in, by its small words. */

const STOPWORDS: Readonly<Record<string, RegExp>> = {
  es: /(?<!\p{L})(?:que|el|los|las|mi|una?|con|por|para|pero|porque|muy|estoy|siento|me|yo|novi[oa]|espos[oa]|no|quiero|hace|cómo|qué|todo|él|ella)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:je|le|les|des|mon|ma|une?|avec|pour|mais|que|qui|pas|suis|est|très|moi|copain|copine|mari|femme|ne|nous|il|elle|toutes?|dites)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:ich|der|die|das|mein|meine|ein|eine|mit|und|aber|nicht|bin|ist|sehr|mir|mich|freund|freundin|mann|frau|wir|er|sie|habe|alle|vergiss)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:eu|não|os|meu|minha|uma?|com|para|mas|porque|muito|estou|sinto|namorad[oa]|marido|que|ele|ela|você|tudo)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:io|che|il|gli|mio|mia|una?|con|per|ma|perché|molto|sono|sento|ragazz[oa]|marito|moglie|non|lui|lei|mi)(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:ik|het|een|mijn|met|maar|niet|ben|heel|mij|vriend|vriendin|man|vrouw|wij|hij|zij|heb|dat|voor|en)(?!\p{L})/giu
}
const ENGLISH = /\b(?:the|i|i'm|my|is|are|was|and|to|of|that|with|for|but|not|it|he|she|we|you|me|have|do|don't|this|what|how|in|on|a|an|be)\b/gi

/** 'en', one of the languages known here, or 'other' for another script. */
export function languageOf (text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin * 2 < letters) return 'other'
  const counts = Object.entries(STOPWORDS).map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }))
  const likeliest = counts.reduce((best, next) => next.count > best.count ? next : best)
  return likeliest.count >= 3 && likeliest.count > (text.match(ENGLISH)?.length ?? 0) ? likeliest.language : 'en'
}
