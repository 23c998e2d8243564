import type { Rule } from '../../classify/rule'

/** Google Groups tells in the writer's language that a group is missing or closed to them: it doesn't say which. */
export const groups: Rule[] = [
  {
    id: 'google-group-closed',
    says: [
      'group you tried to contact .. {may not exist|not exist}',
      'group .. {may not exist|might not exist} .. {permission|post|allowed}',
      '{not|may not} have permission to post messages to {the|} group',
      'gruppe .. {nicht vorhanden|existiert nicht|berechtigung*}',
      'groupe .. {nexiste pas|pas autorise|autorisation|non autorise}',
      'grupo .. {no exista|no existe|permiso*|permissao|nao exista|nao existir|nao tenha|permissoes}',
      'gruppo .. {non esista|non esiste|autorizzazione|autorizzato|non disponga}',
      'groep .. {niet bestaat|bestaat niet|toestemming|rechten}',
      '{grupa|grupie|grupy} .. {nie istnieje|uprawnien*|nie ma}',
      '{skupin|skupina|skupiny} .. {neexistuje|opravneni}',
      '{группа|группы|группу|группе|група|групи} .. {не существует|нет прав|разрешения|прав|дозвол*|не існує}',
      '{グループ} .. {存在しない|権限|存在しません}',
      '{群组|群組|小组} .. {不存在|权限|權限}',
      '{그룹} .. {존재하지|권한}',
      '{ομαδα|ομάδα} .. {υπάρχει|δικαίωμα}',
      '{المجموعة|گروه} .. {موجودة|مصرح|موجود|مجوز}',
      '{הקבוצה|קבוצה} .. {קיימת|הרשאה|אישור}',
      'समूह .. {मौजूद|अनुमति}',
      '{gruppen|ryhma|grup|csoport|nhom} .. {finns inte|behorighet|tilladelse|tillatelse|ei ole|bulunmuyor|izniniz|nem letezik|engedely*|khong ton tai|quyen|izin}',
    ],
    weight: 66,
    example: 'The group you tried to contact may not exist, or you may not write to it',
    source: 'support.google.com/groups',
  },
  {
    id: 'only-from-inside',
    says: [
      'sender {was|} not authenticated {by|for} {organization|mailbox|public folder|group|recipient|user|contact|mail user}',
      'sender {not|isnt} in allowed senders {list|}',
      'restrictdomainsto*',
    ],
    weight: 92,
    example: '550 5.7.134 The sender was not authenticated for this mailbox',
    source: 'Exchange Online 7.12, 7.124, 7.133–7.136: the recipient takes mail from inside alone',
  },
]
