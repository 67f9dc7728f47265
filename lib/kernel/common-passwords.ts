/**
 * What people type first when asked for a password: words, names, teams, and keys in a row, in lower case and without
 * digits at their ends (the rule strips those). Gathered for this product, Taiwan's habits included: romanised phrases,
 * lucky numbers, and Chinese typed blindly on a Zhuyin keyboard (`ji32k7au4a83` is 我的密碼).
 */
const words = `
password passwd passwort passphrase passport pass word secret secrets private access login logon signin signon letmein
welcome hello hallo hola admin administrator root superuser sysadmin system user users guest test tester testing demo
default changeme change temp temporary example sample master manager office work worker company sales marketing finance
account accounts business customer client service support server network internet web webmaster computer laptop windows
microsoft apple google facebook instagram twitter youtube amazon netflix samsung huawei xiaomi asus acer iphone android
oracle cisco linux ubuntu database mysql postgres mobile phone email gmail hotmail yahoo outlook line wechat
qwerty qwertz azerty qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qwertyuiop qazwsx qazwsxedc wsxedc qweasd qweasdzxc
poiuytrewq lkjhgfdsa mnbvcxz asdasd qweqwe zaqwsx zaqxsw abc abcd abcde abcdef abcabc aaa aaaa aaaaaa xxx xxxx xyz
love lover loveyou iloveyou iloveu ilove loveme lovely forever always baby babe honey sweet sweety sweetie sweetheart
darling angel angels heaven princess prince queen king kings kingdom beautiful pretty cute happy smile smiley lucky
money rich gold golden silver diamond crystal pearl treasure dollar million freedom peace hope faith trust believe
dragon monkey tiger lion bear panda wolf eagle falcon hawk shark dolphin horse pony bunny rabbit kitten kitty cat dog
puppy doggy buddy bird chicken duck turtle snake spider butterfly bumblebee phoenix unicorn dinosaur elephant penguin
football soccer baseball basketball tennis hockey golf golfer rugby cricket boxing volleyball badminton swimming running
fishing hunting skate skater skateboard surfer snowboard chelsea arsenal liverpool barcelona manchester juventus madrid
ronaldo messi jordan lakers yankees cowboys steelers eagles packers patriots dodgers redsox cubs giants warriors bulls
superman batman spiderman ironman wolverine thor hulk avengers marvel starwars startrek skywalker vader jedi yoda matrix
pokemon pikachu naruto doraemon hellokitty mario zelda sonic minecraft fortnite roblox warcraft diablo hogwarts harry
potter gandalf frodo mordor merlin wizard magic magician ninja samurai warrior knight soldier hunter killer ranger
master blaster shadow ghost demon devil satan lucifer vampire zombie monster alien predator terminator maverick rebel
sunshine sunset sunrise sun moon star stars starlight sky rainbow thunder lightning storm rain snow snowball winter
summer spring autumn fall january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday weekend holiday christmas easter
halloween birthday newyear flower flowers rose roses lily daisy jasmine sakura orchid lotus tulip orange apple banana
cherry peach mango lemon melon strawberry blueberry coconut chocolate cookie cookies candy sugar cake pizza burger
cheese butter pepper ginger coffee tea milk bubbletea water beer wine whiskey vodka red blue green black white yellow
purple pink brown gray orange silver blackcat whitecat bluesky bluebird redrose greentea pinky
michael jennifer jessica michelle daniel david robert thomas matthew joshua andrew anthony william joseph james john
charlie george jack jackson jason justin kevin brian steven eric mark paul peter richard ryan scott taylor tyler
alexander alexandra amanda ashley samantha stephanie nicole melissa elizabeth victoria patricia sarah rachel rebecca
hannah emily emma olivia sophie sophia chloe maggie bailey buster cooper tucker rocky sammy oliver oscar lucky molly
maria anna angela linda nancy susan karen lisa laura julia andrea monica diana vanessa natalie claudia martina carlos
antonio francisco fernando alejandro pedro pablo miguel luis jorge marco mario giovanni stefan andreas thomas martin
ferrari porsche mercedes bmw audi toyota honda nissan mazda ford mustang corvette camaro chevrolet harley yamaha suzuki
america canada mexico brazil france germany england london paris berlin tokyo japan korea seoul china beijing shanghai
hongkong singapore malaysia vietnam thailand bangkok australia sydney india taiwan taipei newtaipei taichung kaohsiung
tainan taoyuan hsinchu keelung chiayi hualien pingtung yilan miaoli changhua nantou yunlin formosa ilovetaiwan
woaini aini woaiwo wobuzhidao nihao woshishui mima wodemima laopo laogong baobei baobao mama papa mami papi didi meimei
gege jiejie xiaoming xiaohua xiaolong dabao xiaobao gongxi facai gongxifacai zhongguo zhonghua minguo tsmc hontai
chen lin huang chang zhang lee wang wu liu tsai cai yang hsu xu cheng zheng hsieh xie kuo guo hung hong chiu qiu tseng
zeng liao lai chou zhou yeh ye su lu lue chiang jiang ho he lo luo kao gao hsiao xiao pan chu zhu chien jian chung
zhong you zhan hu shih shi shen yu lung wei fang sun tu weng yao
music guitar piano drummer rock metal metallica nirvana slipknot eminem beatles queen madonna blink rockstar dancer
dance disco party friends friend friendship family father mother daddy mommy brother sister babygirl babyboy girl boy
hottie sexy sexygirl bigboy player gamer gameover games game play lucky jackpot poker casino lottery winner champion
cheer cheerleader student teacher school college university class doctor nurse police fireman pilot captain sailor
marine army navy airforce trooper sniper pirate rocket jet airplane trucker driver engineer builder designer artist
something anything nothing whatever nobody somebody someone everyone everything blahblah yesyes nono trustno noone
fuckyou fuckme fuck asshole bitch bullshit damn shit
open opensesame sesame entry gate door key keys unlock locked security secure safety safe protect protected
`

/** Whole ones in which the digits are the word. */
const whole = `
1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz@wsx zaq12wsx zaq1xsw2 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 qwer1234
qwe123qwe 123qweasd 123qweasdzxc asd123asd a1b2c3d4 a1b2c3d4e5 1a2b3c4d 1a2b3c4d5e abc123abc 1234qwer 1234abcd abcd1234
5201314 5201314520 1314520 7758258 7758521 147258369 159357 159753 741852963 963852741 987654321 1123581321 3141592653
314159265358979 2718281828 0123456789 9876543210 1122334455 1212121212 1020304050 1029384756 5432112345 1234554321
ji32k7au4a83 ji3g4 ji394su3 au4a83 su3cl3 su3a83 ji394g4 5k4g4 ji32k7 ji3t.3 wj3ej/4 qu/6fu06 vu04ru03 a8ul3 ul3a8
au4a83au4a83 ji394su3ji394su3 su3cl3su3cl3 p@ssw0rd p@ssword pa$$word pa55word pa55w0rd passw0rd
`

const entries = (text: string) => text.trim().split(/\s+/)

export const commonWords: ReadonlySet<string> = new Set(entries(words))
export const commonWholes: readonly string[] = entries(whole)
