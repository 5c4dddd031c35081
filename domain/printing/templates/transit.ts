/** CHUYỂN ĐẾN: goes with a copy to another library. Its barcode is the copy's, so the slip can be scanned for it. */
export const transitTemplate = `= * CHUYỂN ĐẾN
# {{to}}
Từ || {{from}}
Gửi lúc || {{at}}
{{#hold}}
* Giữ cho || {{shortName}} …{{cardEnd}}
{{/hold}}
{{#home}}
* Trả về thư viện sở hữu
{{/home}}
---
{{title}}
~ {{author}}
~ {{callNumber}}
ĐKCB {{barcode}}

[barcode] {{barcode}}
`;
