/**
 * The words by which labels say what somebody is. Kept short on purpose: what a text says by
 * repetition and position counts for more than any list.
 */

/** Who asks. */
export const ASKER =
  /记者|記者|采访者|採訪者|采访人|採訪人|访谈者|訪談者|访员|訪員|访问员|訪問員|提问|提問|追问|观众|觀眾|听众|網友|网友|^[问問]\d*$|^问题$|^問題$|質問|聞き手|^Q\d*$|\b(?:reporters?|journalists?|correspondent|interviewer|questioner|audience|question|intervieweuse?r?|periodista|entrevistador|entrevistadora|pregunta|(?:zusatz|nach|gegen)?frage|interviewerin)\b|기자|질문|вопрос|корреспондент|журналист|δημοσιογράφος|ερώτηση|المذيع|الصحفي|مراسل|سؤال|עיתונאי|שאלה|מראיינ|पत्रकार|प्रश्न|ผู้สื่อข่าว|ผู้สัมภาษณ์|phóng viên|dziennikarz|pytanie|novinář|muhabir|gazeteci|soru|wartawan|pewawancara|toimittaja|\bjornalista|\bgiornalista|\bdomanda|\bpergunta/iu
/** Who carries on with an earlier question. */
export const FOLLOW_UP = /追问|追問|\bfollow[- ]?up\b/iu
/** Who answers. */
export const ANSWERER =
  /^答\d*$|^回答$|^答复$|受访者|受訪者|受访人|受訪人|被访者|被訪者|被访人|嘉宾|嘉賓|回答者|答弁|(?:局長|部長|課長|知事|市長|区長|町長|村長|教育長|技監|長官|大臣)$|^A\d*$|\b(?:interviewee|respondent|answer|guest|witness|informant|befragter?|antwort|respuesta|réponse)\b|답변|ответ|απάντηση|جواب|الضيف|תשובה|उत्तर|odpowiedź|cevap|\brisposta|\bresposta/iu
/** Of those who answer, those that somebody interviews: whoever else speaks, asks them. */
export const INTERVIEWEE = /受访|受訪|被访|被訪|\b(?:interviewee|respondent|informant|befragter?)\b/iu
/** Who leads. */
export const MODERATOR =
  /主持|司仪|司儀|司会|司會|^主席$|主席$|議長|议长|委員長$|审判长|審判長|裁判長|\b(?:moderator|host|facilitator|chair(?:man|woman|person)?|the speaker|the president|(?:m(?:r|adam)|hon(?:ou?rable|'ble)?)\.? (?:deputy )?speaker|operator|presiding (?:officer|judge)|the court|president of the|moderatorin|\w*präsident(?:in)?|vorsitzender?)\b|(?<!\p{L})(?:présidente?|president[ea])(?!\p{L}|\s+(?:del\s+(?:gobierno|consejo|consiglio|governo)|do\s+governo|d[ae]\s+(?:la\s+)?(?:rep|comunidad|generalitat|junta|xunta|commission|délégation|région|regi)|du\s+(?:gouvernement|conseil|groupe)))|의장|위원장|재판장|사회자|ведущ|ведуч|головуюч|председател|יו["״]?ר|رئيس|πρόεδρος|προεδρευ|marszałek|başkan|voorzitter|talman(?:nen)?|puhemies|předseda|przewodnicząc/iu
/** Of those who lead, those who lead an assembly or a court, and never an interview. */
export const CHAIR =
  /^主席$|主席$|議長|议长|委員長$|审判长|審判長|裁判長|\b(?:chair(?:man|woman|person)?|the speaker|the president|(?:m(?:r|adam)|hon(?:ou?rable|'ble)?)\.? (?:deputy )?speaker|presiding (?:officer|judge)|the court|\w*präsident(?:in)?|vorsitzender?)\b|(?<!\p{L})(?:présidente?|president[ea])(?!\p{L}|\s+(?:del\s+(?:gobierno|consejo|consiglio|governo)|do\s+governo|d[ae]\s+(?:la\s+)?(?:rep|comunidad|generalitat|junta|xunta|commission|délégation|région|regi)|du\s+(?:gouvernement|conseil|groupe)))|의장|위원장|재판장|головуюч|председател|יו["״]?ר|πρόεδρος|marszałek|başkan|voorzitter|talman(?:nen)?|puhemies|předseda/iu
/** Those words alone, with a form of address at most: nobody is named who could be asked. */
const ADDRESSED =
  /(?<!\p{L})(?:the|an?|la|el|le|il|de[rn]|die|os?|as?|mme|mmes?|m|mrs?|ms|madame?|monsieur|señora?|sra?|senhora?|signora?|herrn?|frau|acting|deputy|vice|pan|pani)(?!\p{L})|[\s.,]/giu

/** Tells whether a name says only that its owner leads an assembly. */
export function isBareChair(name: string): boolean {
  return name === 'President' || (CHAIR.test(name) && name.replace(CHAIR, '').replace(ADDRESSED, '') === '')
}
/** Who speaks for a house: leads where somebody else answers, answers otherwise. */
export const SPOKESPERSON = /发言人|發言人|\bspokes(?:man|woman|person)\b|대변인/iu

/** Offices and forms of address that end a name in East Asian text, or stand alone for it. */
export const EAST_ASIAN_TITLE =
  /(?:议员|議員|委员|委員|部长|部長|局长|局長|司长|司長|市长|市長|省长|州长|县长|处长|處長|科長|课长|課長|院长|院長|校长|校長|会长|會長|会長|社长|社長|团长|團長|秘书长|秘書長|总统|總統|总理|總理|首相|大臣|大使|主任|教授|老师|老師|博士|先生|女士|小姐|同学|同學|律师|律師|法官|医生|醫生|主播|知事|技監|長官|长官|司令|经理|經理|总裁|總裁|专家|專家|学者|學者|代表|理事|監事|监事|さん|氏|君|議長|议长|主席|의원|장관|차관|위원|총리|대통령|의장|위원장|교수|씨)$/u

/** Houses that report, by the words that their names end in. */
export const OUTLET =
  /(?:[^合会會旅]社|[报報]|[^互上]网|[^互上]網|[^平舞后後][台臺]|卫视|衛視|电视|電視|新闻|新聞|周刊|週刊|杂志|雜誌|广播|廣播|传媒|傳媒|财经|財經|テレビ|신문|방송|일보|뉴스)》?$/u

/** Forms of address before a name in Latin script. */
export const LATIN_TITLE =
  /^(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Rev|Hon|Judge|Justice|Chief|Senator|Sen|Rep|Representative|President|Vice|Minister|Secretary|Ambassador|Gov|Governor|Mayor|General|Gen|Col|Capt|Herr|Frau|Präsident(?:in)?|Alterspräsident(?:in)?|Monsieur|Madame|Mmes?|MM?|Mlle|Abg|Abgeordneter?|Señora?|Sra?|Signora?)\b/iu

/** Offices as they are printed behind a name in small letters. */
export const OFFICE =
  /^(?:premi(?:er|ère) )?(?:vice-)?(?:ministre|rapporteure?|secrétaire|présidente?|députée?|sénat(?:eur|rice)|garde|(?:haut-)?commissaire|ministr[oa]|sottosegretari[oa]|secret[aá]ri[oa]|senador|deputad[oa]|diputad[oa]|relat(?:ore|rice)|relatora?|ponente|presidente?a?|questeure?|фракция|депутат|министр|заместитель|представитель|член)(?!\p{L})/iu

/** For whom somebody speaks, as assemblies of several languages print it behind a name. */
export const ON_BEHALF =
  /^(?:on behalf of|namens|im namen|au nom|a nome|en nombre|em nome|w imieniu|în numele|för|puolesta)(?!\p{L})/iu

/** Forms of address that go before an office, as Romance languages have them. */
export const COURTESY =
  /^(?:(?:M|Mmes?|MM|Mlle|Monsieur|Madame)\.?\s+(?:l[ea]s?\s|l['’])|de\s+heer\s|mevrouw\s|(?:El|La|Los|Las)\s+(?:señor|señora|señores|señoras|Sr|Sra)\.?\s|[OA]s?\s+(?:Sr|Sra|Senhor|Senhora)[s.]?\s)/iu

/** Numbered people: `Speaker 1`, `P03`, `受访者2`. */
export const NUMBERED_PERSON =
  /^(?:speaker|participant|interview(?:er|ee)|respondent|person|informant|student|teacher|patient|teilnehmer(?:in)?|sprecher(?:in)?|befragte[r]?|locuteur|orador|说话人|說話人|发言人|發言人|受访者|受訪者|被访者|参与者|嘉宾|学生|学員|話者|スピーカー|参加者|話し手|聞き手|ผู้พูด|참가자|화자|id)[\s_#-]*\d{1,3}$/iu
/** Codes for people that could as well be codes for something else: `P03`, `S1`. */
export const PERSON_CODE = /^[a-z]{1,2}[\s_#-]?\d{1,3}$/iu

/** No name begins with one of these. */
export const FUNCTION_WORDS = new Set(
  'on in at for with without by as if when while but and or see some any all no not this that these those it there then how what why where who which'.split(
    ' ',
  ),
)

/** What stands before a colon in heads, lists and notes, and is nobody. Compared with a label's last word, or all of it. */
export const NOBODY = new Set(
  (
    'note notes example examples warning important caution summary conclusion conclusions introduction background date time place ' +
    'location venue subject title topic topics theme author authors source sources from to cc bcc re tags keywords abstract url link ' +
    'links http https ftp mailto file email e-mail phone tel fax web website agenda item items appendix annex figure table part ' +
    'section chapter page pages step steps tip tips result results pros cons advantages disadvantages participants attendees present ' +
    'absent duration recorded transcript transcribed transcription transcriber language version project purpose objective objectives ' +
    'goal goals method methods reason reasons contact copyright editor photo image caption credit ps nb update correction contents ' +
    'q&a qa ' +
    'reply outcome outcomes points findings release statement remarks following this that here there now then so first firstly second ' +
    'secondly third thirdly finally also however therefore is are was says said asked added fixed changed removed deprecated replied continued explained means includes ' +
    'format comment comments file files license licence type usage default value values name id status priority size changes description hint option options key keys command commands ' +
    'action actions decision decisions resolution resolutions apologies meeting traceback beschluss aufgabe aufgaben anwesend entschuldigt 决议 決議 决定 決定 待办 下次会议 ' +
    'error errors info warn debug fatal trace notice stdout stderr input output inputs outputs problem problems solution solutions cause causes effect effects before after expected actual benefit benefits risk risks strength strengths weakness weaknesses definition meaning ' +
    'ingredients chorus verse refrain monday tuesday wednesday thursday friday saturday sunday ' +
    'features bugs fixes issue issues incompatible tagesordnungspunkt anlage inhalt beginn datum ort thema themen schluss oggetto objet fecha lugar tema ' +
    '时间 時間 地点 地點 日期 主题 主題 标题 標題 题目 来源 來源 作者 编辑 編輯 责编 责任编辑 責任編輯 校对 摘要 关键词 關鍵詞 电话 電話 邮箱 ' +
    '网址 地址 链接 附件 附 注 註 备注 備註 说明 說明 注意 原因 结果 結果 目的 目标 目標 方法 建议 建議 结论 結論 特点 优点 缺点 例如 比如 ' +
    '首先 其次 再次 最后 最後 第一 第二 第三 第四 第五 一是 二是 三是 总之 總之 包括 如下 以下 背景 资料 資料 图 圖 表 记录 記錄 记录人 整理 ' +
    '录音整理 主办 协办 承办 导语 编者按 原标题 出席 缺席 列席 名单 日時 場所 議題 出席者 備考 例 参考 일시 장소 제목 주제'
  ).split(' '),
)

/** Ends of East Asian clauses that introduce speech or a list: what precedes the colon is a sentence. */
export const CLAUSE_END =
  /(?:说|說|道|曰|云|表示|指出|认为|認為|强调|強調|称|稱|写|寫|问我|答道|介绍|透露|补充|宣布|提出|要求|呼吁|回应|获悉|獲悉|得知|了解到|(?:告诉|告訴|[对對向])[^，]{0,4}(?:记者|記者)|包括|如下|下列|以下|几点|幾點|[一二两三四五六七八九十]点|[兩二三四五六七八九十]點|方面|问题是|言う|述べた|とおり|通り)$/u

/** Particles and pronouns that no name holds. */
export const CLAUSE_WORD = /[的了是我你您他她它们們这這那吗嗎呢吧嘛哪]|として|について|という|ました|です|ます/u

/** Small words inside names in Latin script. */
export const NAME_PARTICLES = new Set(
  'de da do dos das di del della der den des du la le les el al ad van von vom zu zur und and et y e i of the for on h c bin ibn ben st ter ten &'.split(
    ' ',
  ),
)

/** What is noted in brackets and is no name. */
export const STAGE_DIRECTION =
  /laugh|appla|crosstalk|inaudible|pause|music|silence|noise|cheer|unclear|cough|sigh|overlap|break|recess|beifall|heiterkeit|zuruf|gelächter|exclamations|\brires|risas|aplausos|rumores|risos|ilarità|аплодисменты|смех|笑|掌声|掌聲|鼓掌|拍手|音乐|音樂|听不清|沉默|停顿/iu

/** The most frequent Chinese surnames, simplified and traditional; compounds apart. */
const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于於蔣蒋蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷曲盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁房蒲滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党黨宫宮费費卜冷晏席卫衛柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢虞敖巩鞏明佘池查麻苑迟遲邝鄺'
const COMPOUND_SURNAME =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|公孫|慕容|令狐|司徒|东方|東方|南宫|西门|端木)/u

const FEW_HAN = /^\p{sc=Han}{2,4}$/u

/** Tells whether Han characters read as a Chinese personal name: a surname and one or two more characters. */
export function isHanName(name: string): boolean {
  if (!FEW_HAN.test(name)) return false
  return COMPOUND_SURNAME.test(name) ? name.length >= 3 : name.length <= 3 && SURNAMES.includes(name.charAt(0))
}
