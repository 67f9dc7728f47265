import type { Sql } from 'postgres'

/** How large: accounts, people of each, contacts logged with each; products, and sales lines over the first accounts. */
export type Size = { accounts: number; peopleEach: number; contactsEach: number; products: number; salesLines: number }

/** What the measured figures are quoted for: 100,000 accounts, 300,000 people, 1,000,000 contacts, 1,000,000 sales lines. */
export const fullSize: Size = {
  accounts: 100_000,
  peopleEach: 3,
  contactsEach: 10,
  products: 3000,
  salesLines: 1_000_000,
}

/** How many accounts buy, and how many lines a document has. */
const [buyers, linesEach] = [500, 10]

const words = {
  first: [...'永大安信福隆順昌新泰東元和興長宏聯德華正立友嘉金瑞達恆誠家寶冠'],
  second: [...'盛安和豐利成昌發祥榮泰光明通益春興旺達順源勝嘉裕穩恩澤晟弘鼎'],
  trade: ['食品', '電子', '紡織', '物流', '精密', '包裝', '生技', '化工', '餐飲', '機械', '國際', '實業'],
  city: ['臺北市', '新北市', '桃園市', '新竹縣', '臺中市', '彰化縣', '臺南市', '高雄市', '屏東縣', '宜蘭縣'],
  family: [...'陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐'],
  given: '怡君 志明 雅婷 家豪 淑芬 俊傑 美玲 建宏 欣怡 宗翰 佩珊 柏翰 惠如 承恩 詩涵 冠宇'.split(' '),
  summary:
    '確認下一季交期與包裝規格 回覆報價並討論折讓 追蹤樣品測試結果 說明促銷檔期與陳列費 處理短交並補貨 拜訪新任採購主管 對帳與票期協調 介紹新品並留樣'.split(
      ' ',
    ),
  channel: ['call', 'visit', 'meeting', 'mail', 'line', 'meal', 'storeCheck'],
}

const array = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(',')}]`
const pick = (values: readonly string[], by: string) => `(${array(values)})[1 + (${by}) % ${values.length}]`

/** One- and two-character pieces of a Chinese text, as the product keeps them for searches that short. */
const grams = (text: string) => `(
  select array_agg(distinct piece) from (
    select substr(${text}, i, n) as piece from generate_series(1, length(${text})) i, generate_series(1, 2) n
  ) pieces where piece !~ '[\\s0-9a-z]' and piece <> '')`

/**
 * Fills a workspace with made-up records straight in the database, as the tables' owner: a load to measure with, no
 * demonstration. `owners` are members to spread the accounts over. Some minutes at full size.
 */
export async function fillWorkspace(
  sql: Sql,
  workspaceId: string,
  owners: readonly string[],
  size: Size,
): Promise<void> {
  const ws = `'${workspaceId}'::uuid`
  const owner = `(array[${owners.map((id) => `'${id}'`).join(',')}]::uuid[])[1 + a.n % ${owners.length}]`
  const name = `${pick(words.first, 'n')} || ${pick(words.second, 'n / 31')} || ${pick(words.trade, 'n / 961')} ||
    '股份有限公司' || lpad(n::text, 6, '0')`
  const steps = [
    `create temp table made as
       select n, uuidv7() as id, ${name} as name from generate_series(0, ${size.accounts - 1}) n`,
    `insert into accounts (workspace_id, id, kind, name, name_key, tier, status, city, country, industry, segment, owner_id,
         last_two_way_at, last_contact_at, due_on)
       select ${ws}, a.id, case when a.n % 9 = 0 then 'supplier' else 'customer' end, a.name, a.name,
         (array['A','B','B','C','C','C'])[1 + a.n % 6], 'active', ${pick(words.city, 'a.n')}, 'TW',
         ${pick(words.trade, 'a.n / 961')}, (array['KA','通路','OEM'])[1 + a.n % 3], ${owner},
         now() - (a.n % 120) * interval '1 day', now() - (a.n % 120) * interval '1 day',
         current_date + 60 - a.n % 120
       from made a`,
    `create temp table somebody as
       select a.n * ${size.peopleEach} + i as n, uuidv7() as id, a.id as account_id, ${owner} as owner_id,
         ${pick(words.family, 'a.n + i')} || ${pick(words.given, 'a.n / 20 + i')} as name
       from made a, generate_series(0, ${size.peopleEach - 1}) i`,
    `insert into people (workspace_id, id, display_name, name_key, account_id, owner_id, language, channel)
       select ${ws}, id, name, name, account_id, owner_id, 'zh-TW', 'call' from somebody`,
    `insert into affiliations (workspace_id, id, person_id, account_id, title, decision_role, influence, stance, from_day)
       select ${ws}, uuidv7(), id, account_id, (array['採購經理','採購專員','廠長','財務主任'])[1 + n % 4],
         (array['decides','buys','uses'])[1 + n % 3], 1 + n % 5, 'neutral', current_date - 700 from somebody`,
    `insert into contact_points (workspace_id, id, person_id, kind, value, normal, checked)
       select ${ws}, uuidv7(), id, 'mobile', '09' || lpad((n % 100000000)::text, 8, '0'),
         '+8869' || lpad((n % 100000000)::text, 8, '0'), true from somebody`,
    `create temp table talked as
       select uuidv7() as id, a.id as account_id, ${owner} as owner_id, a.n, i,
         date_trunc('second', now()) - (i * 53 + a.n % 120) * interval '1 day' - (a.n % 480) * interval '1 minute' as at
       from made a, generate_series(0, ${size.contactsEach - 1}) i`,
    `insert into interactions (workspace_id, id, account_id, channel, happened_at, two_way, summary, speaker_id, typed_by)
       select ${ws}, id, account_id, ${pick(words.channel, 'n + i')}, at, true,
         ${pick(words.summary, 'n + i * 3')}, owner_id, owner_id from talked`,
    `insert into interaction_people (workspace_id, id, interaction_id, person_id, happened_at)
       select ${ws}, uuidv7(), t.id, s.id, t.at from talked t
       join somebody s on s.account_id = t.account_id and s.n % ${size.peopleEach} = t.i % ${size.peopleEach}`,
    `insert into tasks (workspace_id, id, account_id, interaction_id, text, assignee_id, due_on, created_by)
       select ${ws}, uuidv7(), account_id, id, '回覆報價', owner_id, current_date + (n % 30) - 10, owner_id
       from talked where i = 0 and n % 5 = 0`,
    `insert into search_entries (workspace_id, id, kind, subject_id, account_id, owner_id, normal, grams)
       select ${ws}, uuidv7(), 'account', a.id, a.id, ${owner}, a.name, ${grams('a.name')} from made a`,
    `insert into search_entries (workspace_id, id, kind, subject_id, account_id, owner_id, normal, grams)
       select ${ws}, uuidv7(), 'person', s.id, s.account_id, s.owner_id, s.name, ${grams('s.name')} from somebody s`,
    `insert into search_entries (workspace_id, id, kind, subject_id, account_id, owner_id, normal, grams)
       select ${ws}, uuidv7(), 'interaction', t.id, t.account_id, t.owner_id, s.text, s.grams from talked t
       join (select o - 1 as o, text, ${grams('text')} as grams
         from unnest(${array(words.summary)}) with ordinality u(text, o)) s on s.o = (t.n + t.i * 3) % ${words.summary.length}`,
    ...salesSteps(ws, size),
    'drop table made, somebody, talked',
  ]
  await sql.begin(async (tx) => {
    for (const step of steps) await tx.unsafe(step)
  })
  await sql.unsafe('vacuum analyze')
}

/** Products, a standard price list, documents over two years with their lines, and the months that add them up. */
function salesSteps(ws: string, { accounts, products, salesLines }: Size): string[] {
  const [documents, clients] = [Math.floor(salesLines / linesEach), Math.min(buyers, accounts)]
  const each = Math.max(1, Math.floor(documents / clients))
  return [
    `create temp table goods as select n, uuidv7() as id from generate_series(0, ${products - 1}) n`,
    `insert into products (workspace_id, id, code, name, base_unit, brand)
     select ${ws}, id, 'P' || lpad(n::text, 6, '0'), ${pick(words.trade, 'n')} || '產品' || lpad(n::text, 6, '0'), '個', '禾岫'
     from goods`,
    `insert into search_entries (workspace_id, id, kind, subject_id, normal, grams)
     select ${ws}, uuidv7(), 'product', id, 'p' || lpad(n::text, 6, '0'), array[]::text[] from goods`,
    `create temp table listed as select uuidv7() as id, uuidv7() as version_id`,
    `insert into price_lists (workspace_id, id, name, currency, standard) select ${ws}, id, '標準牌價', 'TWD', true from listed`,
    `insert into price_list_versions (workspace_id, id, price_list_id, number, valid_from, published_at)
     select ${ws}, version_id, id, 1, current_date - 900, now() from listed`,
    `insert into price_list_items (workspace_id, id, version_id, product_id, unit, price)
     select ${ws}, uuidv7(), version_id, goods.id, '個', 10 + n % 90 from listed, goods`,
    `create temp table sold as
     select d.n, uuidv7() as id, a.id as account_id, current_date - d.n / ${clients} * 730 / ${each} as day
     from generate_series(0, ${documents - 1}) d(n) join made a on a.n = d.n % ${clients}`,
    `insert into sales_documents (workspace_id, id, account_id, number, day, currency)
     select ${ws}, id, account_id, 'S' || lpad(n::text, 8, '0'), day, 'TWD' from sold`,
    `insert into sales_lines (workspace_id, id, document_id, account_id, product_id, day, line_key, quantity, unit,
       base_quantity, unit_price, discount_pct, gross_amount, net_amount, currency, tax_mode)
     select ${ws}, uuidv7(), s.id, s.account_id, g.id, s.day, i::text, q, '個', q, p, 0, q * p, q * p, 'TWD', 'exclusive'
     from sold s, generate_series(0, ${linesEach - 1}) i,
       lateral (select 1 + (s.n + i) % 40 as q, 10 + (s.n * 7 + i) % 90 as p, (s.n * 13 + i * 17) % ${products} as which) f
       join goods g on g.n = f.which`,
    `insert into sales_months (workspace_id, id, account_id, product_id, month, currency, base_quantity, gross_amount, net_amount, lines)
     select workspace_id, uuidv7(), account_id, product_id, date_trunc('month', day)::date, currency, sum(base_quantity),
       sum(gross_amount), sum(net_amount), count(*)
     from sales_lines where workspace_id = ${ws} group by workspace_id, account_id, product_id, date_trunc('month', day), currency`,
    `insert into sales_totals (workspace_id, id, month, currency, net_amount)
     select workspace_id, uuidv7(), month, currency, sum(net_amount)
     from sales_months where workspace_id = ${ws} group by workspace_id, month, currency`,
    'drop table goods, listed, sold',
  ]
}
