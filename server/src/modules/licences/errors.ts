import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'licences.not-found': { kind: 'not-found', title: '没有找到这份证照', detail: '它可能不在您的查看范围内。' },
  'licences.type-not-found': { kind: 'not-found', title: '没有找到证照类型“{code}”', detail: '请联系证照管理员检查证照目录。' },
  'licences.type-faults': { kind: 'invalid', title: '有 {count} 处需要修改，暂时不能保存', detail: '请按提示逐项修改后重新保存。' },
  'licences.type-stale': { kind: 'conflict', title: '这个证照类型刚刚被其他人修改', detail: '请刷新后查看最新内容，再重新保存；您填写的内容会保留。' },
  'licences.type-taken': { kind: 'conflict', title: '目录编码“{code}”已经用过', detail: '请换一个编码，或者留空由系统编号。' },
  'licences.type-code-taken': { kind: 'conflict', title: '证照类型代码“{typeCode}”已经用于“{name}”', detail: '请核对代码；同一机构定义的下一种证照，把后 3 位序号加 1。' },
  'licences.type-code-fixed': { kind: 'rule-violated', title: '已经按“{typeCode}”签发过证照，证照类型代码不能再改', detail: '代码写在每本证照的标识里；确需更换的，请停用这一种，另外新建。' },
  'licences.type-state-refused': { kind: 'rule-violated', title: '“{state}”的证照类型不能{action}', detail: '请刷新页面查看最新状态。' },
  'licences.type-in-use': { kind: 'rule-violated', title: '还有 {count} 个已发布的事项签发它，不能停用', detail: '请先在这些事项里换成别的证照或者取消事项：{items}。' },
  'licences.type-reason-missing': { kind: 'invalid', title: '请写明停用原因', detail: '停用之后事项不能再选用这种证照。' },
  'licences.type-outside': { kind: 'forbidden', title: '只能管理本单位颁发的证照', detail: '请选择您管理范围内的颁发机构，或者请上级事项管理员办理。' },
  'licences.type-issuer': { kind: 'invalid', title: '没有找到颁发机构', detail: '它可能已经撤销；请重新选择颁发机构。' },
  'licences.type-item-not-found': { kind: 'not-found', title: '没有找到这个事项', detail: '它可能没有发布，也不在您的管理范围内；请重新选择事项。' },
  'licences.already-ended': { kind: 'rule-violated', title: '该证照{state}，不能再变更', detail: '请刷新页面查看最新状态。' },
  'licences.not-rendered': { kind: 'unavailable', title: '证照文件正在生成', detail: '请稍等片刻后重新下载。' },
  'licences.not-a-pdf': { kind: 'invalid', title: '这不是 PDF 文件，没有核验', detail: '请选择收到的电子证照 PDF 原件；照片、截图和扫描件不能核验，可以改用扫描二维码或输入证照标识。' },
  'licences.file-missing': { kind: 'invalid', title: '请选择要查验的证照文件', detail: '请上传从本平台下载的电子证照 PDF 原件。' },
});
