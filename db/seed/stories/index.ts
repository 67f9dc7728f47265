import type { Story } from '../story'
import { daanFoods } from './daan-foods'
import { fengqiaoPaper } from './fengqiao-paper'
import { fengsuiAgri } from './fengsui-agri'
import { haiheSeafood } from './haihe-seafood'
import { jingyueElectronics } from './jingyue-electronics'
import { jingyueOpto } from './jingyue-opto'
import { jinyaoTextile } from './jinyao-textile'
import { maiyuBakery } from './maiyu-bakery'
import { shunluLogistics } from './shunlu-logistics'
import { tuoxiPrecision } from './tuoxi-precision'
import { wuchuanColdchain } from './wuchuan-coldchain'
import { zhicaiFabrics } from './zhicai-fabrics'

/** The twelve accounts; a parent comes before what belongs to it. */
export const stories: readonly Story[] = [
  daanFoods,
  jingyueElectronics,
  jingyueOpto,
  maiyuBakery,
  jinyaoTextile,
  shunluLogistics,
  fengqiaoPaper,
  haiheSeafood,
  tuoxiPrecision,
  zhicaiFabrics,
  wuchuanColdchain,
  fengsuiAgri,
]
