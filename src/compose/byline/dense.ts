/** Names in scripts without capitals look like any other word: something else must tell. */

const UNCASED = /^[^\p{Lu}\p{Ll}]*[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const CHINESE_SURNAMES =
  "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫朱马馬胡郭林何高罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧傅钟鍾崔谭譚汪范石廖贾賈韦韋方邹鄒熊白孟秦邱江尹闫閻薛侯雷龙龍段陶贺賀顾顧毛郝龚邵万萬钱錢严嚴武戴莫孔向汤湯岳牛";
/** Two or three characters; four with a surname of two. */
const CHINESE = new RegExp(
  `^(?:[${CHINESE_SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|歐陽|司马|司馬|上官|诸葛)[\\p{Script=Han}]{1,2})(?:[\\s,、，|／/]|$)`,
  "u",
);
const CHINESE_ROLE = /记者|記者|编辑|撰稿|作者/u;
/** Surnames are made of few characters: 山田, 松岡, 中島. Offices and towns are as well, but end otherwise. */
const JAPANESE =
  /^(?:佐々木|長谷川|五十嵐|渡[辺邊邉]|伊藤|加藤|斉藤|斎藤|齋藤|近藤|遠藤|安藤|工藤|須藤|武藤|進藤|佐藤|後藤|阿部|安部|服部|渡部|鈴木|久保|橋本|清水|菊[地池]|岩[田本井崎]|[松山田中小大上下石高西東北南木村川河吉岡福井宮内永長野原青杉桜梅竹森黒白金新古今平広荒秋春三前横坂酒堀丸島増関柴浜水市池谷浅土片][田山川本村井野原口崎﨑島岡藤木沢澤谷橋林森浦内尾上下中部倉葉瀬津池松坂塚宮永場見屋])[ 　]?(?![\p{Script=Han}]{0,2}[県市区町村郡府都署庁会社党部局院校駅省庁所館](?:\s|$))[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,3}(?=\s|、|・|$|[（(])/u;
/** Surname and given name with a blank between, as only names are set; or the brackets of a byline. */
const JAPANESE_SET =
  /^[\p{Script=Han}々]{1,3}[ 　][\p{Script=Han}\p{Script=Hiragana}々]{1,3}(?:\s|$|[（(、])|^[【〔[](?!.{0,6}(?:記事|動画|写真|速報|独自|特集|解説|更新|広告|関連|続報|新聞|共同|電子版))[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana} 　々]{2,8}[】〕\]]$/u;
const KOREAN = /(?:^|\s)[\p{Script=Hangul}]{2,4}\s?(?:기자|특파원|논설위원)(?:\s|$)/u;

/** Whether a bare name of Han, kana or Hangul reads as one, in its line; of other scripts, it always may. */
export function mayNamePeople(name: string, line: string): boolean {
  if (!UNCASED.test(name)) return true;
  return (
    [JAPANESE_SET, JAPANESE, CHINESE].some((form) => form.test(name)) ||
    [JAPANESE_SET, CHINESE_ROLE, KOREAN].some((form) => form.test(line))
  );
}
