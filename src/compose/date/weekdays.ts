import { dictionary, fold, type Reading } from "./months.ts";

/** The days of the week from Sunday, full names and the forms they take after "on"; folded, as `MONTHS` are. */
const WEEKDAYS: Readonly<Record<string, string>> = {
  en: "sunday sun|monday mon|tuesday tues tue|wednesday weds wed|thursday thurs thur thu|friday fri|saturday sat",
  de: "sonntag so|montag mo|dienstag di|mittwoch mi|donnerstag do|freitag fr|samstag sonnabend sa",
  fr: "dimanche dim|lundi lun|mardi mar|mercredi mer|jeudi jeu|vendredi ven|samedi sam",
  es: "domingo dom|lunes lun|martes mar|miercoles mie|jueves jue|viernes vie|sabado sab",
  pt: "domingo domingo-feira dom|segunda segunda-feira seg|terca terca-feira ter|quarta quarta-feira qua|quinta quinta-feira qui|sexta sexta-feira sex|sabado sab",
  it: "domenica dom|lunedi lun|martedi mar|mercoledi mer|giovedi gio|venerdi ven|sabato sab",
  ca: "diumenge|dilluns|dimarts|dimecres|dijous|divendres|dissabte",
  nl: "zondag zo|maandag ma|dinsdag di|woensdag wo|donderdag do|vrijdag vr|zaterdag za",
  sv: "sondag sondagen son|mandag mandagen man|tisdag tisdagen tis|onsdag onsdagen ons|torsdag torsdagen tors tor|fredag fredagen fre|lordag lordagen lor",
  no: "søndag søn|mandag man|tirsdag tir tirs|onsdag ons|torsdag tor tors|fredag fre|lørdag lør",
  da: "søndag søn|mandag man|tirsdag tir tirs|onsdag ons|torsdag tor tors|fredag fre|lørdag lør",
  fi: "sunnuntaina sunnuntai su|maanantaina maanantai ma|tiistaina tiistai ti|keskiviikkona keskiviikko ke|torstaina torstai to|perjantaina perjantai pe|lauantaina lauantai la",
  pl: "niedziela niedziele niedz nd|poniedziałek pon|wtorek wt|sroda srode sr|czwartek czw|piatek pt|sobota sobote sob",
  cs: "nedele nedeli ne|pondeli po|utery ut|streda stredu st|ctvrtek ct|patek pa|sobota sobotu so",
  sk: "nedela nedelu|pondelok|utorok|streda stredu|stvrtok|piatok|sobota sobotu",
  hr: "nedjelja nedjelju ned|ponedjeljak pon|utorak uto|srijeda srijedu sri|cetvrtak cet|petak pet|subota subotu sub",
  ro: "duminica dum|luni lun|marti mar|miercuri mie|joi|vineri vin|sambata sam",
  hu: "vasarnap vas|hetfo hetfon|kedd kedden|szerda szerdan|csutortok csutortokon|pentek penteken|szombat szombaton",
  tr: "pazar paz|pazartesi pzt|salı sali|carsamba car|persembe per|cuma cum|cumartesi cmt",
  id: "minggu ahad min|senin sen|selasa sel|rabu rab|kamis kam|jumat jum'at jum|sabtu sab",
  vi: "chu_nhat|thu_hai|thu_ba|thu_tu|thu_nam|thu_sau|thu_bay",
  ru: "воскресенье воскресенья вс|понедельник понедельника пн|вторник вторника вт|среда среду среды ср|четверг четверга чт|пятница пятницу пятницы пт|суббота субботу субботы сб",
  uk: "неділя неділю неділі нд|понеділок понеділка пн|вівторок вівторка вт|середа середу середи ср|четвер четверга чт|п'ятниця п'ятницю п'ятниці пт|субота суботу суботи сб",
  bg: "неделя|понеделник|вторник|сряда|четвъртък|петък|събота",
  sr: "недеља недељу|понедељак|уторак|среда среду|четвртак|петак|субота суботу",
  el: "κυριακη κυρ|δευτερα δευ|τριτη τρι|τεταρτη τετ|πεμπτη πεμ|παρασκευη παρ|σαββατο σαβ",
  ar: "الأحد الاحد|الاثنين الإثنين|الثلاثاء|الأربعاء الاربعاء|الخميس|الجمعة|السبت",
  fa: "یکشنبه|دوشنبه|سه_شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه",
  he: "ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת בשבת",
  hi: "रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार बृहस्पतिवार|शुक्रवार|शनिवार",
  th: "วันอาทิตย์ที่|วันจันทร์ที่|วันอังคารที่|วันพุธที่|วันพฤหัสบดีที่|วันศุกร์ที่|วันเสาร์ที่",
};

let weekdays: ReadonlyMap<string, readonly Reading[]> | undefined;

/** The weekdays (0: Sunday) that a word may name; empty where it names none. */
export function weekdayReadings(word: string): readonly Reading[] {
  weekdays ??= dictionary(WEEKDAYS, 0);
  return weekdays.get(fold(word)) ?? [];
}

const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** The English name of a weekday, for findings and evidence. */
export function weekdayName(weekday: number): string {
  return NAMES[weekday] ?? "";
}
