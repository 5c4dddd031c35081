/**
 * Codes of the rime (vần) of a word's first syllable for the title mark on a Vietnamese spine label: vowels in
 * the order of the alphabet, each with a hundred or a half hundred of its own.
 *
 * Source: the principle and four codes (AC 101, ĂN 115, ANG apart from ĂNG, UYÊN 527) are in
 * `reference/vietnam.md` §4.1; the rest is the alphabetical order between codes that stand on many published
 * spine labels (GI108 giáo, B103 bài, K312 kinh, L302 lịch, T306 tiếng, V308 việt, T406 toán, H419 học,
 * M458 một, C460 cơ, L504 luật, NG527 nguyễn, Đ561 đường). No authoritative full table was found: this one is
 * good enough to make labels look right in a demonstration, and must not be used to label real books.
 */
const rimes = `
a 100 ac 101 ach 102 ai 103 am 104 an 105 ang 106 anh 107 ao 108 ap 109 at 110 au 111 ay 112
ăc 113 ăm 114 ăn 115 ăng 116 ăp 117 ăt 118
âc 119 âm 120 ân 121 âng 122 âp 123 ât 124 âu 125 ây 126
e 200 ec 201 em 202 en 203 eng 204 eo 205 ep 206 et 207
ê 250 êch 251 êm 252 ên 253 ênh 254 êp 255 êt 256 êu 257
i 300 ia 301 ich 302 iêc 303 iêm 304 iên 305 iêng 306 iêp 307 iêt 308 iêu 309 im 310 in 311 inh 312 ip 313
it 314 iu 315
o 400 oa 401 oac 402 oach 403 oai 404 oam 405 oan 406 oang 407 oanh 408 oc 419 oi 428 om 429 on 430 ong 431
op 433 ot 434
ô 450 ôc 451 ôi 452 ôm 453 ôn 454 ông 455 ôp 457 ôt 458
ơ 460 ơi 462 ơm 463 ơn 464 ơp 466 ơt 467
u 500 ua 501 uân 502 uât 504 uc 506 uê 507 ui 510 um 511 un 512 ung 513 uôc 514 uôi 515 uôm 516 uôn 517
uông 518 uôt 519 up 520 ut 521 uy 522 uyên 527 uyêt 528
ư 550 ưa 551 ưc 552 ưi 553 ưng 556 ươc 557 ươi 558 ươm 559 ươn 560 ương 561 ươp 562 ươt 563 ươu 564 ưt 565
ưu 566
y 600 yên 605 yêu 606
`;

/** Code of each rime, without tone but with the quality of the vowel. */
export const rimeCodes: ReadonlyMap<string, string> = new Map(
  [...rimes.matchAll(/(?<rime>\p{L}+) (?<code>\d{3})/gu)].map((match): [string, string] => [
    match[1] ?? '',
    match[2] ?? '',
  ]),
);
