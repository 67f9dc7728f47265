/** Companies, chains and brands that exist: none of them may appear in invented data. */
export const realCompanies = [
  ...'台積 聯電 鴻海 富士康 聯發科 廣達 仁寶 緯創 英業達 和碩 華碩 宏碁 光寶 台達 群創 友達 日月光 南亞 台塑 台化 中鋼'.split(
    ' ',
  ),
  ...'大立光 瑞昱 聯詠 欣興 國巨 正崴 嘉澤 致伸 微星 技嘉 研華 鴻準 可成 中華電 遠傳 台灣大哥大'.split(' '),
  ...'統一 義美 味全 光泉 愛之味 泰山 黑松 維力 味丹 大成 卜蜂 福壽 聯華食品 桂格 佳格 宏亞 旺旺 乖乖 元祖 郭元益 舊振南'.split(
    ' ',
  ),
  ...'全聯 家樂福 大潤發 好市多 頂好 美廉社 楓康 愛買 全家便利 萊爾富 小七 屈臣氏 康是美 寶雅 新光三越 遠東百貨'.split(
    ' ',
  ),
  ...'長榮 陽明 萬海 華航 星宇 黑貓 新竹物流 大榮 嘉里 宅配通 郵局 高鐵 台鐵 順豐 蝦皮 富邦 國泰 中信 玉山銀行 台新 永豐'.split(
    ' ',
  ),
  ...'遠東新 新纖 福懋 儒鴻 聚陽 宏遠 南緯 力麗 得力實業 正隆 榮成 華紙 士紙 永豐餘 麥當勞 星巴克 路易莎 王品 鼎泰豐'.split(
    ' ',
  ),
  ...'Microsoft Google Amazon Apple Tesla NVIDIA Costco Walmart Nike Adidas Toyota Sony Panasonic SGS Intertek Excel Teams Zoom'.split(
    ' ',
  ),
]
