import { prepareScene } from '/work/main/tests/bench/scene'
console.time('scene'); const s = await prepareScene(console.log); console.timeEnd('scene'); await s.end()
