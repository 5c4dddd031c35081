/**
 * What people are told who close the program while acts wait to be sent. `{{count}}` is how many. A box of the system
 * comes from outside the page and does not know its language: it speaks Vietnamese, with the English below.
 */
export const leavingWords = {
  vi: {
    unsent:
      'Còn {{count}} lượt mà máy chủ tỉnh chưa biết. Các lượt này được giữ trong máy và sẽ gửi vào lần mở chương trình sau.',
    sending:
      'Đang gửi: còn {{count}} lượt. Gửi hết thì chương trình tự thoát. Mất mạng thì chưa gửi được; các lượt vẫn được giữ trong máy.',
    progress: 'Đang gửi: còn {{count}} lượt',
    wait: 'Đợi gửi xong',
    leave: 'Thoát',
    stay: 'Ở lại',
  },
  en: {
    unsent:
      'The province does not know {{count}} act(s) yet. They are kept on this computer and will be sent the next time the program runs. Buttons: wait until they are sent · quit · stay.',
    sending:
      'Sending {{count}} act(s). The program quits when all are sent. Without a network nothing can be sent; they stay on this computer. Buttons: quit · stay.',
  },
} as const;
