/** GIỮ CHO BẠN ĐỌC: stands in a book on a shelf that everybody sees, so it does not name the reader in full. */
export const holdTemplate = `= {{library}}
= * GIỮ CHO BẠN ĐỌC
# {{shortName}}
{{#cardEnd}}
# …{{cardEnd}}
{{/cardEnd}}
= * Giữ đến hết ngày {{until}}
---
{{title}}
~ {{author}}
~ {{callNumber}}
ĐKCB {{barcode}}

[barcode] {{barcode}}
~ {{at}} · {{desk}}
`;
