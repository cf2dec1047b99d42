/** Words that tell a name from what stands beside names in bylines. All lower case; compared word by word. */

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** What people at newspapers are called. A piece of a byline that holds one is a role, not a name. */
export const ROLES: ReadonlySet<string> = words(
  "reporter reporters writer writers editor editors correspondent correspondents journalist journalists columnist contributor contributors producer photographer author blogger freelancer freelance analyst critic critics commentator bureau chief senior staff deputy assistant associate managing executive director intern fellow professor lecturer anchor presenter host team desk ceo cto cfo coo founder cofounder co-founder president presidente präsident",
  "redakteur redakteurin redaktor redaktorin korrespondent korrespondentin journalistin autor autorin reporterin chefredakteur volontär volontärin leiter leiterin gastautor gastbeitrag",
  "journaliste rédacteur rédactrice correspondant correspondante chroniqueur envoyé envoyée reporter spécial stagiaire grand",
  "redactor redactora periodista corresponsal columnista enviado enviada repórter jornalista editora correspondente colunista giornalista redattore redattrice corrispondente inviato",
  "verslaggever correspondente redacteur journalisten skribent redaktör korrespondentti toimittaja kirjeenvaihtaja kommentator forfatter",
  "päätoimittaja redaksjonsleder redaktionsleiter redaktionsleiterin ressortleiter leitender leitende wirtschaftsredakteur politikredakteur sportredakteur krönikör kolumnist jefe jefa chefe capo caporedattore hoofdredacteur редакторка",
  "dziennikarz dziennikarka korespondent redaktor reportér redaktorka novinář novinářka корреспондент корреспондентка журналист журналистка редактор обозреватель кореспондент кореспондентка журналіст журналістка оглядач",
  "muhabir muhabiri gazeteci editör editörü yazar wartawan jurnalis reporter penulis phóng viên nhà báo δημοσιογράφος ανταποκριτής συντάκτης",
  "مراسل مراسلة صحفي صحفية محرر محررة كاتب כתב כתבת עורך עורכת עיתונאי עיתונאית",
  "politics political business science health education sports sport technology arts culture environment economics investigative foreign national crime legal diplomatic transport travel news",
);

/** Agencies and collective bylines: organisations, never persons. Whole pieces, lower case. */
export const AGENCIES: ReadonlySet<string> = new Set(
  "ap|a.p.|associated press|the associated press|reuters|afp|agence france-presse|agence france presse|dpa|deutsche presse-agentur|epd|kna|apa|sda|keystone-sda|efe|ansa|lusa|tass|тасс|риа новости|риа|интерфакс|interfax|ukrinform|укрінформ|уніан|унн|pap|čtk|ctk|ritzau|tt|ntb|stt|anp|belga|bloomberg|upi|pti|ani|ians|tnn|xinhua|新华社|新華社|中新社|中央社|共同|共同通信|時事|時事通信|연합뉴스|yonhap|kyodo|jiji|cnn|bbc|npr|pa|pa media|press association|canadian press|the canadian press|aap|prnewswire|pr newswire|business wire|globe newswire|antara|vnanet|ttxvn|aa|anadolu ajansı|dha|iha|amna|ape-mpe|απε-μπε|wafa|spa|mena|وكالات|رويترز|فرانس برس|أ ف ب|korrespondent|dpa/lsw|dpa-infocom|afp/dpa|sid|europapress|europa press|agencia efe|agência lusa|agência brasil|estadão conteúdo|folhapress".split(
    "|",
  ),
);

/** Words that make a credit collective: `Buna Staff`, `News Desk`, `Unsere Redaktion`. */
export const COLLECTIVE: ReadonlySet<string> = words(
  "staff desk newsroom redaktion rédaction redacción redazione redação redaksi toimitus redaktionen redakcja redakce редакция редакція newsdesk agencies agency agence agentur agencia agência agenzia wire wires service bureau board team correspondents reporters editors staffwriter webdesk редакции агентства هيئة التحرير وكالة وكالات סוכנות סוכנויות מערכת المحرر 编辑部 編集部 本报讯 本社 取材班 편집국 sarakstis redactie persbureau nieuwsdienst tirsdag",
);

/** Words of outlets' names: `Buna Times`, `Le Courrier`, `Talbote`. */
export const OUTLETS: ReadonlySet<string> = words(
  "times post news herald gazette tribune journal courier chronicle observer guardian press daily weekly monthly magazine review telegraph mail star globe mirror express ledger bulletin dispatch echo record standard inquirer examiner sentinel argus bugle register advertiser independent mercury radio tv television media network online today digest newspaper publishing group inc ltd llc university institute college ministry department company association council office committee foundation society center centre",
  "zeitung blatt anzeiger kurier presse rundschau tagblatt tageblatt allgemeine nachrichten bote talbote spiegel rundfunk",
  "courrier quotidien gazette matin soir presse monde dépêche messager diario periódico correo noticias mundo país jornal correio folha diário notícias gazzetta corriere giornale notizie messaggero",
  "krant dagblad courant avis avisen tidende tidning posten bladet nyheter sanomat lehti uutiset gazeta dziennik głos kurier wiadomości noviny deník zprávy listy",
  "газета новости вести вестник известия правда новини вісник gazetesi haber haberler postası gazete harian kabar suara báo tin εφημερίδα νέα",
  "صحيفة جريدة أخبار עיתון חדשות",
);

/** Months, weekdays, buttons and other words that stand in the head of a page and are capitalised as names are. */
export const NO_NAMES: ReadonlySet<string> = words(
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec",
  "published updated posted read share comments comment photo photos image video watch listen subscribe advertisement breaking exclusive opinion analysis live update updates story stories minute minutes min more related about contact follow edited reviewed source sources world politics business economy culture sports lifestyle local international home page menu search login newsletter newsletters copyright rights reserved click here with by report review reports reviews key points highlights summary print order reprints article articles biography bookmark whatsapp facebook twitter instagram linkedin telegram pinterest tweet email gallery caption close subscription newsletters advertisement sponsored from the this that what why how when where who is are was were will has have had says said new a an of for to in on at as after before over under not no but or if it its his her their our your you we they he she",
  "نشر تاريخ النشر تحديث פורסם עודכן",
  "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember uhr aktualisiert veröffentlicht artikel hören mein meine unser unsere stadt thema themen mehr foto bild der die das ein eine und oder mit für ist sind wird werden nicht auf aus bei nach vor zur zum im wie was warum",
  "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre publié mis à jour le les un une est sont dans pour avec sur pas plus",
  "lunes martes miércoles jueves viernes sábado domingo enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre publicado actualizado el los las una es en con para por se su más segunda terça quarta quinta sexta feira janeiro fevereiro março maio junho julho setembro outubro novembro dezembro o os as um uma é não em foi",
);

/** Places of several capitalised words, which look like names. */
export const PLACES: ReadonlySet<string> = new Set(
  "new york|new york city|los angeles|san francisco|san diego|san antonio|las vegas|new orleans|new delhi|new jersey|new mexico|new zealand|new south wales|hong kong|buenos aires|são paulo|sao paulo|rio de janeiro|mexico city|ciudad de méxico|cape town|the hague|den haag|addis ababa|tel aviv|kuala lumpur|sri lanka|saudi arabia|south africa|south korea|north korea|south carolina|north carolina|north dakota|south dakota|west virginia|west bank|east jerusalem|united states|united kingdom|united arab emirates|abu dhabi|washington dc|washington d.c.|st. louis|st. petersburg|sankt petersburg|salt lake city|ho chi minh city|phnom penh|port moresby|sierra leone|burkina faso|costa rica|el salvador|puerto rico|santo domingo|san salvador|san juan|santa fe|santa cruz|santa monica|la paz|le havre|la habana|frankfurt am main|bad homburg|new brunswick|nova scotia|british columbia|great britain|northern ireland|white house|capitol hill|white house correspondent|hà nội|hồ chí minh|đà nẵng".split(
    "|",
  ),
);

/** Lower-case words inside names. */
export const PARTICLES: ReadonlySet<string> = words(
  "de da do dos das di del della dei degli der den dem des du la le van von vom zu zur zum af av bin ibn bint ben bat al el e y ter ten te 't op und i st. ap mc mac abu umm ul",
);
