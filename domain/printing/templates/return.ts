/** PHIẾU TRẢ: what came back, whoever brought it. */
export const returnTemplate = `= * {{library}}
# PHIẾU TRẢ
{{at}} || {{desk}}
{{#reader}}
* {{name}} || {{card}}
{{/reader}}
---
{{#items}}
{{no}}. {{title}}
{{barcode}} || Đã trả
{{#overdue}}
Bồi thường quá hạn || {{overdue}}
{{/overdue}}
{{/items}}
---
Tổng số: {{total}} tài liệu
{{#charged}}
* Bồi thường quá hạn || {{charged}}
{{/charged}}
{{^provisional}}
~ Tỉnh đã xác nhận.
{{/provisional}}
{{#provisional}}
~ Đã ghi trả ở quầy; tỉnh nhận sau.
{{/provisional}}

[barcode] {{number}}
`;
