import type { Lines } from './lines.ts'

/** A page's foot has so many lines at most, each no longer than that, in UTF-16 units. */
const MOST_LINES = 30
const LONGEST = 80

/** What nothing but the foot of a page on the web begins with. */
const FOOT = new RegExp(
  [
    String.raw`^[【[（(※\s]*(?:扫一扫|掃一掃|扫码|掃碼|长按识别|打印(?:本页|此页|】)|列印(?:本頁|此頁|】)|关闭窗口|關閉視窗|【?纠错】|上一[篇条則则][:：\s]|下一[篇条則则][:：\s]|相[关關](?:新[闻聞]|[链鏈]接|[连連][结結]|[阅閱][读讀]|[报報][道導]|文章|推荐|推薦)|延伸[阅閱][读讀]|推[荐薦][阅閱][读讀]|返回(?:顶部|首页|列表|目录)|回到?(?:顶部|頂部|首[页頁]|頁首)|版[权權]所有|免责声明|免責聲明|本文(?:转载|轉載)|本文(?:来源|來源)[:：]|原文(?:链接|鏈接|連結|网址|網址)|关注我们|追蹤我們|訂閱電子報)`,
    String.raw`^(?:関連(?:記事|リンク|ページ)|シェアする|ページの?(?:先頭|トップ)|無断転載|관련\s?(?:기사|뉴스)|공유하기|무단\s?전재|저작권자)`,
    String.raw`^(?:share this (?:article|page|story|post|interview)|read (?:more|also|next)\s*[:：]|related (?:articles?|stories|links|content|news|topics|posts)\b|more stories\b|[©Ⓒⓒ]|copyright\s+(?:[©(]|\d)|all rights reserved\.?$|print (?:this|page|article)\b|back to (?:top|the top|all)\b|you (?:may|might) also like\b|previous (?:article|post)\b|next (?:article|post)\b|leave a (?:comment|reply)\b|most (?:read|popular)$)`,
    String.raw`^(?:mehr zum thema|lesen sie (?:auch|mehr)|das könnte sie auch interessieren|artikel (?:teilen|drucken)|nach oben$|alle rechte vorbehalten|lire aussi|[àa] lire aussi|sur le même sujet|partager (?:cet|sur|l['’])|haut de page|tous droits réservés|te puede interesar|noticias relacionadas|leer (?:más|también)\s*:|compartir (?:en|este|esta)|todos los derechos|leia (?:mais|também)|leggi anche|condividi|tutti i diritti|читайте также|поделиться|все права)`,
  ].join('|'),
  'iu',
)
/** What stands there too, and elsewhere as well. */
const BESIDE =
  /^[（(【[]?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|来源|來源|声明|聲明|标签|標籤|关键词|關鍵字|tags?|source|filed under|schlagwörter|mots[- ]clés|etiquetas)\s*[:：／/]|^(?:点赞|收藏|分享|打印|share|subscribe|sign up|follow us|newsletter|print)(?![\p{Ll}])/iu
/** Who speaks when: no page's foot holds a clock. */
const CLOCK = /\d:[0-5]\d/u
/** Share of its lines that must say what they are: the others are headlines of what is to be read next. */
const MOSTLY = 0.5

/**
 * The foot of a page on the web that was copied with the text: what is to be read next, shared, printed, whose it is. It
 * begins with a line that nothing else begins like, and no sentence ends below that is not like it, too.
 */
export function pageFeet(text: string, lines: Lines): readonly number[] {
  let first = lines.length
  let known = 0
  let all = 0
  for (let index = lines.length - 1; index > 0 && index >= lines.length - MOST_LINES; index--) {
    const [start, end] = [lines.start(index), lines.end(index)]
    const words = text.slice(start, Math.min(end, start + LONGEST + 1))
    if (words.length > LONGEST || CLOCK.test(words)) break
    all++
    const isFoot = FOOT.test(words)
    const isBeside = !isFoot && BESIDE.test(words)
    if (isFoot || isBeside) known++
    else if (lines.endsSentence(index)) break
    if ((isFoot || (isBeside && first === index + 1 && first < lines.length)) && known >= all * MOSTLY) first = index
  }
  return Array.from({ length: lines.length - first }, (_, k) => first + k)
}
