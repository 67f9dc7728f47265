type Source = { file: string; text: string }
type Rule = { where: RegExp; except?: RegExp; pattern: RegExp; why: string }

/** Words of the mainland that a reader in Taiwan stumbles over, with the word to use. */
const mainlandWords: Readonly<Record<string, string>> = {
  保存: '儲存',
  用戶: '使用者',
  賬戶: '帳戶',
  賬號: '帳號',
  字段: '欄位',
  激活: '啟用',
  默認: '預設',
  郵箱: '電子郵件',
  信息: '訊息 or 資訊',
  服務器: '伺服器',
  數據: '資料 or 數據 only in statistics',
  登錄: '登入',
  設置: '設定',
  打印: '列印',
  鏈接: '連結',
  菜單: '選單',
  視頻: '影片',
  質量: '品質',
}

const rules: readonly Rule[] = [
  {
    where: /^lib\//,
    except: /^lib\/kernel\/environment\.ts/,
    pattern: /z\.(object|looseObject)\(/,
    why: 'Zod objects are strict: a field that nobody knows is refused',
  },
  { where: /^(lib|app)\//, pattern: /\bsql\.(raw|identifier)\(/, why: 'raw SQL text could carry what a user typed' },
  {
    where: /^lib\/modules\//,
    pattern: /\btx\s*\.(insert|update|delete)\(/,
    why: 'rows change only through the audited writer',
  },
  { where: /^(lib|app)\//, pattern: /dangerouslySetInnerHTML|\.innerHTML\s*=/, why: 'HTML is never made of text' },
  {
    where: /^(lib|app)\//,
    except: /^lib\/(run\/|kernel\/(environment|log)\.ts)/,
    pattern: /process\.env\b(?!\.NODE_ENV)/,
    why: 'settings come from kernel/environment',
  },
  { where: /^(lib|app|db)\//, pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: 'no scaffolding is left' },
  {
    where: /^lib\/modules\/[^/]+\/(model|rules)/,
    pattern: /\bnew Date\(\)|Date\.now\(\)|Math\.random\(\)/,
    why: 'a rule asks neither the clock nor the dice: time is an argument',
  },
]

/** Sentences about every file that leaves the agreed way. */
export const sourceViolations = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ file, text }) => [
    ...rules
      .filter(({ where, except, pattern }) => where.test(file) && !except?.test(file) && pattern.test(text))
      .map(({ why }) => `${file}: ${why}`),
    ...(/messages[a-z-]*\.ts$/.test(file) ? mainland(file, text) : []),
  ])

const mainland = (file: string, text: string) =>
  Object.entries(mainlandWords)
    .filter(([word]) => text.includes(word))
    .map(([word, better]) => `${file}: 「${word}」 is not said in Taiwan, say ${better}`)
