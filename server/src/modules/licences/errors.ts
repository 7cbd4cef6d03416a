import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'licences.not-found': { kind: 'not-found', title: '没有找到这份证照', detail: '它可能不在您的查看范围内。' },
  'licences.type-not-found': { kind: 'not-found', title: '没有找到证照类型“{code}”', detail: '请联系证照管理员检查证照目录。' },
  'licences.already-ended': { kind: 'rule-violated', title: '该证照{state}，不能再变更', detail: '请刷新页面查看最新状态。' },
  'licences.not-rendered': { kind: 'unavailable', title: '证照文件正在生成', detail: '请稍等片刻后重新下载。' },
  'licences.not-a-pdf': { kind: 'invalid', title: '这不是 PDF 文件，没有核验', detail: '请选择收到的电子证照 PDF 原件；照片、截图和扫描件不能核验，可以改用扫描二维码或输入证照标识。' },
  'licences.file-missing': { kind: 'invalid', title: '请选择要查验的证照文件', detail: '请上传从本平台下载的电子证照 PDF 原件。' },
});
