/** What the company sells: food ingredients, ready products and packaging. One row a product, as the catalogue has it. */
export const productsTold = `
  SOY-500 | 純釀醬油 500 ml | Brewed soy sauce 500 ml | 調味料 | 禾岫 | 500 ml 玻璃瓶 | 瓶 | 箱 12 | 78 | 51
  SOY-5L | 純釀醬油 5 L | Brewed soy sauce 5 L | 調味料 | 禾岫 | 5 L 塑膠桶 | 桶 | 箱 4 | 520 | 355
  SOY-LS | 薄鹽醬油 500 ml | Low-salt soy sauce 500 ml | 調味料 | 禾岫 | 500 ml 玻璃瓶 | 瓶 | 箱 12 | 92 | 60
  VIN-600 | 糯米白醋 600 ml | Rice vinegar 600 ml | 調味料 | 禾岫 | 600 ml 玻璃瓶 | 瓶 | 箱 12 | 55 | 34
  VIN-5L | 糯米白醋 5 L | Rice vinegar 5 L | 調味料 | 禾岫 | 5 L 塑膠桶 | 桶 | 箱 4 | 330 | 215
  SES-300 | 黑麻油 300 ml | Black sesame oil 300 ml | 調味料 | 禾岫 | 300 ml 玻璃瓶 | 瓶 | 箱 12 | 210 | 148
  SES-18L | 白麻油 18 L | White sesame oil 18 L | 調味料 | 禾岫 | 18 L 馬口鐵桶 | 桶 | - | 4300 | 3250
  CHI-240 | 豆瓣辣醬 240 g | Chilli bean paste 240 g | 調味料 | 禾岫 | 240 g 玻璃罐 | 罐 | 箱 24 | 69 | 41
  CUR-1K | 咖哩醬 1 kg | Curry sauce 1 kg | 調味料 | 禾岫 | 1 kg 鋁箔袋 | 包 | 箱 10 | 185 | 122
  MIS-1K | 味噌 1 kg | Miso 1 kg | 調味料 | 禾岫 | 1 kg 盒裝 | 盒 | 箱 10 | 128 | 86
  FLO-H22 | 高筋麵粉 22 kg | Bread flour 22 kg | 烘焙原料 | 麥田 | 22 kg 紙袋 | 袋 | - | 720 | 588
  FLO-L22 | 低筋麵粉 22 kg | Cake flour 22 kg | 烘焙原料 | 麥田 | 22 kg 紙袋 | 袋 | - | 690 | 560
  FLO-W20 | 全麥粉 20 kg | Wholewheat flour 20 kg | 烘焙原料 | 麥田 | 20 kg 紙袋 | 袋 | - | 840 | 676
  SUG-25 | 細砂糖 25 kg | Caster sugar 25 kg | 烘焙原料 | 麥田 | 25 kg 編織袋 | 袋 | - | 880 | 742
  YEA-500 | 即發酵母 500 g | Instant yeast 500 g | 烘焙原料 | 麥田 | 500 g 真空包 | 包 | 箱 20 | 145 | 97
  BUT-20 | 無鹽奶油 20 kg | Unsalted butter 20 kg | 烘焙原料 | 麥田 | 20 kg 紙箱 | 箱 | - | 5600 | 4680
  COC-1K | 深黑可可粉 1 kg | Dark cocoa 1 kg | 烘焙原料 | 麥田 | 1 kg 鋁箔袋 | 包 | 箱 10 | 520 | 372
  RED-3K | 蜜紅豆 3 kg | Sweet red beans 3 kg | 烘焙原料 | 禾岫 | 3 kg 罐頭 | 罐 | 箱 6 | 318 | 214
  NUT-WAL | 熟核桃仁 1 kg | Roasted walnuts 1 kg | 烘焙原料 | 禾岫 | 1 kg 鋁箔袋 | 包 | 箱 10 | 480 | 366
  NUT-ALM | 杏仁片 1 kg | Sliced almonds 1 kg | 烘焙原料 | 禾岫 | 1 kg 鋁箔袋 | 包 | 箱 10 | 455 | 340
  GRA-500 | 穀物燕麥片 500 g | Oat granola 500 g | 休閒食品 | 禾岫 | 500 g 夾鏈袋 | 包 | 箱 12 | 168 | 104
  NUT-MIX | 每日堅果 30 入 | Daily nuts 30 pcs | 休閒食品 | 禾岫 | 25 g × 30 | 盒 | 箱 8 | 649 | 438
  CRI-120 | 海苔米果 120 g | Seaweed rice crisps 120 g | 休閒食品 | 禾岫 | 120 g 袋裝 | 包 | 箱 20 | 48 | 27
  TEA-20 | 高山烏龍茶包 20 入 | Oolong tea bags 20 pcs | 飲品 | 禾岫 | 2.5 g × 20 | 盒 | 箱 24 | 139 | 82
  BAT-3K | 裹粉 3 kg | Batter mix 3 kg | 加工原料 | 麥田 | 3 kg 紙袋 | 袋 | 箱 6 | 246 | 171
  STA-25 | 馬鈴薯澱粉 25 kg | Potato starch 25 kg | 加工原料 | 麥田 | 25 kg 紙袋 | 袋 | - | 980 | 815
  MAR-2K | 海鮮醃料 2 kg | Seafood marinade 2 kg | 加工原料 | 禾岫 | 2 kg 鋁箔袋 | 包 | 箱 8 | 395 | 258
  ICE-PK | 保冷劑 500 g | Gel ice pack 500 g | 包裝耗材 | 岫包 | 500 g | 個 | 箱 40 | 12 | 7.2
  BOX-S | 五層瓦楞紙箱 小 | Five-ply carton, small | 包裝耗材 | 岫包 | 32 × 24 × 18 cm | 個 | 綑 25 | 21.5 | 15.8
  BOX-M | 五層瓦楞紙箱 中 | Five-ply carton, medium | 包裝耗材 | 岫包 | 45 × 32 × 28 cm | 個 | 綑 20 | 34 | 25.6
  BOX-L | 五層瓦楞紙箱 大 | Five-ply carton, large | 包裝耗材 | 岫包 | 60 × 45 × 40 cm | 個 | 綑 15 | 58 | 43.9
  BOX-EC | 電商自黏紙箱 | Self-sealing mailer box | 包裝耗材 | 岫包 | 28 × 20 × 10 cm | 個 | 綑 50 | 14.8 | 9.9
  TAP-48 | 靜音封箱膠帶 48 mm | Low-noise tape 48 mm | 包裝耗材 | 岫包 | 48 mm × 90 m | 捲 | 箱 36 | 32 | 20.5
  BUB-30 | 氣泡布 30 cm | Bubble wrap 30 cm | 包裝耗材 | 岫包 | 30 cm × 50 m | 捲 | - | 165 | 112
  STR-500 | 棧板伸縮膜 | Pallet stretch film | 包裝耗材 | 岫包 | 50 cm × 300 m | 捲 | 箱 4 | 238 | 176
  TRA-ESD | 防靜電托盤 | Anti-static tray | 電子包材 | 岫包 | 33 × 24 cm | 個 | 箱 200 | 18.6 | 12.4
  BAG-ESD | 防靜電屏蔽袋 | Static shielding bag | 電子包材 | 岫包 | 20 × 30 cm | 個 | 包 100 | 3.85 | 2.3
  FOA-PE | 客製 PE 緩衝材 | Custom PE foam | 電子包材 | 岫包 | 依圖面 | 組 | 箱 40 | 46 | 31.5
  REE-13 | 13 吋承載盤 | 13-inch reel | 電子包材 | 岫包 | 13 吋 | 個 | 箱 50 | 26 | 17.3
  TUB-FAB | 布捲紙管 152 cm | Fabric roll tube 152 cm | 紡織包材 | 岫包 | 152 cm | 支 | 綑 60 | 38 | 27.4
  FIL-FAB | 布捲 PE 膜 | Fabric roll film | 紡織包材 | 岫包 | 180 cm × 200 m | 捲 | - | 690 | 512
`

/** What each client buys: the products by code with the usual quantity of an order, and the days between two orders. */
export const habitsTold = `
  daanFoods | 7 | 0 | SOY-500 2640, SOY-LS 1320, VIN-600 1800, SES-300 960, CHI-240 1440, GRA-500 1200, NUT-MIX 520, CRI-120 4000, TEA-20 960
  maiyuBakery | 10 | 3 | FLO-H22 180, FLO-L22 120, FLO-W20 30, SUG-25 60, YEA-500 100, BUT-20 24, COC-1K 50, RED-3K 72, NUT-WAL 60, NUT-ALM 50
  haiheSeafood | 14 | 2 | BAT-3K 120, STA-25 30, MAR-2K 84, SOY-5L 48, MIS-1K 120, ICE-PK 1600, BOX-M 800
  shunluLogistics | 9 | 4 | BOX-EC 11500, BOX-S 4600, BOX-M 3000, TAP-48 1300, BUB-30 150, STR-500 220
  jingyueElectronics | 15 | 2 | TRA-ESD 36000, BAG-ESD 168000, FOA-PE 7200, REE-13 9000, BOX-M 8000
  jingyueOpto | 18 | 2 | TRA-ESD 12800, FOA-PE 5600, BAG-ESD 48000, BOX-L 2400
  tuoxiPrecision | 21 | 5 | REE-13 7500, BAG-ESD 60000, BOX-S 6000, TRA-ESD 6000
  jinyaoTextile | 16 | 3 | TUB-FAB 7200, FIL-FAB 96, STR-500 190, BOX-L 960
  zhicaiFabrics | 24 | 0 | TUB-FAB 2000, FIL-FAB 34, BOX-M 800
`
