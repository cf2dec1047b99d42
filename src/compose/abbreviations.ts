/** Lower case, without the final stop. A name, number or place follows these: they never end a sentence. */
export const NEVER_ENDING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms messrs dr prof gov lt sen rep reps sens gen col sgt capt cmdr cpl pvt adm maj brig rev hon pres supt insp " +
    "st ste mt ft sr. vs v no nos vol fig art cf approx est pp op al. " +
    "hr fr nr bzw ca z.b d.h u.a dipl ing " + // German
    "mm mme mlle mgr " + // French
    "sra srta dña excmo núm pág av ud uds ee " + // Spanish, Portuguese
    "sig dott avv on " + // Italian
    "dhr mevr drs mw blz " + // Dutch
    "г-н г-жа им ул тыс млн млрд проф акад см рис " + // Russian, Ukrainian
    "tzv mgr mudr judr ing doc phdr rndr tzn sv " + // Czech
    "np tzw dr hab inż ks św ul " + // Polish
    "bl.a t.ex f.eks kl ev s.k " + // Nordic
    "jan feb mar apr jun jul aug sep sept oct okt nov dec dez"
  ).split(" "),
);

/** These may end a sentence, and do where a word follows that opens sentences. */
export const ENDING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "jr sr inc corp co ltd plc bros etc a.m p.m am pm u.s u.k u.n e.u d.c ph.d m.d b.a bzgl usw etc ust itd atd " +
    "т.д т.п"
  ).split(" "),
);

/** Words that rarely stand with a capital inside a sentence. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    "The A An It He She They We You This That These Those There But And In On At For If When While After Before As With " +
    "His Her Their Its Our My Who What Why How So Yet Not No Some Many Most All One Two Since Under By From " +
    "Der Die Das Ein Eine Er Sie Es Wir In Im Am Und Aber " +
    "Le La Les Un Une Il Elle Ils On Mais Dans El Los Las Una Pero En Il Lo Gli"
  ).split(" "),
);
