export const zhCN = { title: '消息', unread: '未读', all: '全部', readAll: '全部标为已读', open: '查看', empty: ['没有消息', '办件到达、退回、督办等会在这里通知您。'], emptyUnread: ['没有未读消息', '看过的消息在“全部”里。'] };
