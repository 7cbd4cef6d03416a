import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'intake.not-online': { kind: 'rule-violated', title: '该事项暂不能在本平台申请', detail: '请查看办事指南中的办理地点，到窗口办理。' },
  'intake.guidance-incomplete': { kind: 'invalid', title: '情形引导还没有答完', detail: '请返回办事指南，把引导问题答完后再开始申请。' },
  'intake.situation-refused': { kind: 'rule-violated', title: '您选择的情形不能在这里办理', detail: '{notes}' },
  'intake.wrong-audience': { kind: 'rule-violated', title: '该事项面向{audience}办理', detail: '请切换为以{audience}身份办事后重新申请；可在“我的—代办授权”中切换。' },
  'intake.agent-not-allowed': { kind: 'rule-violated', title: '该事项须由申请人本人办理，不能代办', detail: '请由申请人本人登录后申请。' },
  'intake.mandate-too-narrow': { kind: 'rule-violated', title: '您的代办授权不包括这类事项', detail: '请联系授权人扩大授权范围，或由申请人本人办理。' },
  'intake.draft-not-found': { kind: 'not-found', title: '没有找到这份草稿', detail: '它可能已被删除；已提交的申请请在“我的办件”中查看。' },
  'intake.draft-stale': { kind: 'conflict', title: '这份申请已在别处被修改', detail: '可能在另一个窗口或另一台设备上打开过。请刷新后核对内容，再继续填写。' },
  'intake.draft-submitted': { kind: 'conflict', title: '这份申请已经提交', detail: '请在“我的办件”中查看办理进度。' },
  'intake.not-declared': { kind: 'invalid', title: '请先确认申请内容真实有效', detail: '请阅读并勾选承诺后再提交。' },
  'intake.incomplete': { kind: 'invalid', title: '还有 {count} 处需要填写或修改', detail: '请按提示逐项补充后再提交；已填写的内容已保存。' },
  'intake.file-unknown': { kind: 'invalid', title: '有文件没有上传成功', detail: '请删除该文件后重新上传。' },
  'intake.licence-unusable': { kind: 'rule-violated', title: '选择的电子证照现在不能使用', detail: '证照可能已过期或被注销，请改为上传材料。' },
  'intake.applicant-invalid': { kind: 'invalid', title: '申请人信息有误', detail: '请按提示核对后重新登记。' },
  'intake.representative-missing': { kind: 'invalid', title: '请登记法定代表人的姓名和证件', detail: '该企业第一次在本平台办事，需要登记法定代表人信息。' },
  'intake.not-applicant': { kind: 'forbidden', title: '只有申请人或其代理人可以进行这项操作', detail: '请用申请时的账号登录。' },
  'intake.supplement-item-unknown': { kind: 'rule-violated', title: '补正内容中的“{key}”不在本件的材料或表单中', detail: '请从列表中选择需要补正的材料或表单项。' },
  'intake.competent-authority-missing': { kind: 'invalid', title: '请写明应当向哪个机关申请', detail: '依照行政许可法第三十二条，不属于本机关职权的，应当告知申请人向有关行政机关申请。' },
  'intake.points-incomplete': { kind: 'invalid', title: '还有 {count} 条审查要点没有核对', detail: '请逐条核对受理环节的审查要点。' },
  'intake.points-unsatisfied': { kind: 'rule-violated', title: '有审查要点不符合，不能受理', detail: '请一次性告知补正，或依法不予受理。' },
});
