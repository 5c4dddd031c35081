/** PHIẾU MƯỢN: what the reader takes home. */
export const loanTemplate = `= * {{library}}
# PHIẾU MƯỢN
{{at}} || {{desk}}
{{#reader}}
* {{name}} || {{card}}
{{/reader}}
---
{{#items}}
{{no}}. {{title}}
{{#lent}}
{{barcode}} || Hạn trả {{due}}
{{/lent}}
{{#renewed}}
{{barcode}} || Gia hạn · Hạn trả {{due}}
{{/renewed}}
{{#returned}}
{{barcode}} || Đã trả
{{/returned}}
{{#overdue}}
Bồi thường quá hạn || {{overdue}}
{{/overdue}}
{{/items}}
---
Tổng số: {{total}} tài liệu
{{#charged}}
* Bồi thường quá hạn || {{charged}}
{{/charged}}
~ Vui lòng trả đúng hạn và giữ gìn tài liệu. Cảm ơn bạn đọc.
{{^provisional}}
~ Tỉnh đã xác nhận.
{{/provisional}}
{{#provisional}}
~ Đã ghi ở quầy; tỉnh nhận sau. Hạn trả trên phiếu vẫn có giá trị.
{{/provisional}}

[barcode] {{number}}
`;
