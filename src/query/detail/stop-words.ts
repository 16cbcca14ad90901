const STOP_WORDS = new Set(
  [
    'a an the this that these those there here it its they them their theirs he she we our i me my mine you your yours one ones',
    'is are am was were be been being isnt arent do does did doesnt dont didnt done has have had hasnt havent having will would wont wouldnt can could cannot cant may might must shall should',
    'what whats which who whos whom whose when whens where wheres why how hows if whether',
    'of for to in on at by from with without within into as about around per than then so and or but not no nor via out up off over under also too just only even still yet any some all every each much many more most less least few lot lots',
    'please pls hi hello hey thanks thank know tell show give find wondering wonder curious want wants wanted need needs needed require requires required requirement offer offers offered offering provide provides provided providing get gets getting got include includes included including say says said mention mentions mentioned state states stated list allow allows allowed support supports supported help helps accept accepts accepted expect expects expected ask asks asked asking use uses used using give gives giving come comes coming take takes taking have possible available there exactly actually really roughly approximately ok okay possibly',
    'job jobs role roles position positions posting postings opening openings vacancy ad advert listing person people someone candidate candidates employee employees company companies firm employer team work works working worker workers',
    'like kind kinds type types sort long large big old often day days week weeks month months year years number amount total policy policies details info information anything something nothing everything apply applicants applicant new hire hires hiring hired',
    'inc llc ltd gmbh corp plc co',
    'der die das den dem des ein eine einen einem einer ist sind gibt gab hat haben braucht brauche muss kann kann darf wird werden als bei beim fur von vom im am zu zum zur mit und oder man ich mir sie es stelle stellen rolle ausschreibung was wer wie wo wann welche welcher welches hoch viel viele oft lange auch dort diese dieser dieses',
    'would will them theyre youre im ive id ill vs etc e g i e s t am pm first second third last does',
  ]
    .join(' ')
    .split(' '),
)

/** Whether a folded word is grammar or says nothing about what is asked. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
