import { defineErrors } from '../../kernel/errors/index.ts';
import { takeMinutes } from './consent-words.contract.ts';

export const fail = defineErrors({
  'sharing.nothing-chosen': { kind: 'invalid', title: '请至少选择一份证照或材料', detail: '选好要给窗口查看的内容，再生成共享码。' },
  'sharing.too-many': { kind: 'invalid', title: '一次最多共享 {most} 份', detail: '请只选这次办事用得到的证照和材料。' },
  'sharing.not-shareable': { kind: 'rule-violated', title: '所选的证照或材料现在不能共享', detail: '可能已经过期、被注销，或者不在您的代办授权范围内。请刷新页面后重新选择。' },
  'sharing.consent-changed': { kind: 'conflict', title: '要同意的内容刚刚有变化', detail: '请刷新页面，核对同意书后重新生成共享码。' },
  'sharing.organization-unknown': { kind: 'invalid', title: '没有找到限定的部门', detail: '它可能已经撤销；请重新选择，或者不限部门。' },
  'sharing.not-found': { kind: 'not-found', title: '没有找到这次共享', detail: '可能已经清除，也可能不是您扫的码。请让申请人重新出示共享码。' },
  'sharing.over': { kind: 'rule-violated', title: '这次共享{state}，不用再撤回', detail: '没有人可以再用它查看您的证照和材料。' },
  'sharing.not-a-code': { kind: 'invalid', title: '这不是共享码', detail: '请扫描申请人“我的共享码”里的二维码，或者输入下方的 8 位数字；证照、回执上的二维码不能在这里用。' },
  'sharing.wrong-code': { kind: 'not-found', title: '没有这个共享码', detail: '请核对数字，或者重新扫码；也可能已经清除，请申请人重新生成。' },
  'sharing.expired': { kind: 'rule-violated', title: '共享码已过期', detail: '请申请人在“我的共享码”中重新生成一个，再扫码。' },
  'sharing.withdrawn': { kind: 'rule-violated', title: '申请人已撤回这次共享', detail: '不能再查看和取用。仍需要这些内容的，请申请人重新生成共享码，或者提交材料。' },
  'sharing.mandate-ended': { kind: 'rule-violated', title: '出示人的代办授权已经结束', detail: '代理人出示的共享码随授权一起失效。请申请人本人，或者重新得到授权的代理人出示。' },
  'sharing.other-organization': { kind: 'rule-violated', title: '这个共享码只给“{organization}”使用', detail: '请申请人到该部门窗口出示；要在这里用的，请重新生成，限定为本单位或者不限部门。' },
  'sharing.scanned-elsewhere': { kind: 'conflict', title: '这个共享码已由“{organization}”扫过', detail: '一个共享码只能由第一个扫码的工作人员使用一次。请申请人重新生成一个。' },
  'sharing.other-applicant': { kind: 'rule-violated', title: '共享码不是本件申请人的', detail: '共享人是{sharer}，本件的申请人是{applicant}。请核对出示的手机；确实为共享人办理的，请用他的身份重新登记。' },
  'sharing.other-item': { kind: 'rule-violated', title: '申请人只同意用于办理“{item}”', detail: '本次登记的是别的事项。请申请人重新生成共享码，选择本事项或者不限事项。' },
  'sharing.take-time-over': { kind: 'rule-violated', title: '取用时间已过', detail: `扫码后 ${takeMinutes} 分钟内取用。请申请人重新生成共享码，再扫码。` },
  'sharing.taken-elsewhere': { kind: 'conflict', title: '这个共享码已用于另一份登记', detail: '一个共享码只能用于一份登记。请申请人重新生成一个。' },
  'sharing.not-a-file': { kind: 'not-found', title: '没有找到这份内容', detail: '请重新扫码查看。' },
  'sharing.ended': { kind: 'rule-violated', title: '“{name}”现在不能查看', detail: '{note}' },
  'sharing.withdrawn-things': { kind: 'rule-violated', title: '申请人已撤回共享，或者共享已失效，不能使用：{names}', detail: '请在材料中去掉这些证照和文件，改为上传、收取纸质件，或者请申请人重新出示共享码，再提交。' },
});
