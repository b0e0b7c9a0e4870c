/** What the scripts of the forms say, by the user's language. */

/** The texts of one language; `{0}` and `{1}` are places for values. */
interface Texts {
  /** {0}: the name of the configuration that applies. */
  readonly hasNoEffect: string;
  readonly noneActive: string;
  /** {0}: what are no apps' unique names; {1}: the unique names that there are. */
  readonly unknownApp: string;
  readonly notANumber: string;
  readonly blockEnded: string;
  /** {0}: what is no phone column. */
  readonly unknownColumns: string;
}

const ENGLISH: Texts = {
  hasNoEffect: "This configuration has no effect while “{0}” is active: the oldest active configuration applies.",
  noneActive: "No configuration is active: the defaults apply, in all apps.",
  unknownApp: "No app has the unique name {0}. The apps’ unique names are: {1}",
  notANumber: "Enter a plus sign, the country code, then digits 0–9 without (0): +15550100",
  blockEnded: "The block has ended by itself: agents are notified of this number’s messages again.",
  unknownColumns:
    "Not understood: {0}. Write contact.column or account.column, separated by commas. Until then no number is linked to a customer.",
};

/** By LCID. */
const TEXTS: Readonly<Record<number, Texts>> = {
  1033: ENGLISH,
  1031: {
    hasNoEffect: "Diese Konfiguration ist wirkungslos, solange „{0}“ aktiv ist: Es gilt die älteste aktive Konfiguration.",
    noneActive: "Es ist keine Konfiguration aktiv: Es gelten die Standardwerte, in allen Apps.",
    unknownApp: "Keine App hat den eindeutigen Namen {0}. Die eindeutigen Namen der Apps: {1}",
    notANumber: "Geben Sie ein Pluszeichen, die Landesvorwahl, dann Ziffern 0–9 ohne (0) ein: +15550100",
    blockEnded: "Die Blockierung ist von selbst abgelaufen: Agenten werden wieder über Nachrichten dieser Nummer benachrichtigt.",
    unknownColumns:
      "Nicht verständlich: {0}. Schreiben Sie contact.spalte oder account.spalte, durch Kommas getrennt. Bis dahin wird keine Nummer mit einem Kunden verknüpft.",
  },
  1036: {
    hasNoEffect: "Cette configuration est sans effet tant que « {0} » est active : la plus ancienne configuration active s’applique.",
    noneActive: "Aucune configuration n’est active : les valeurs par défaut s’appliquent, dans toutes les applications.",
    unknownApp: "Aucune application n’a le nom unique {0}. Noms uniques des applications : {1}",
    notANumber: "Entrez le signe plus, l’indicatif du pays, puis les chiffres 0 à 9 sans (0) : +15550100",
    blockEnded: "Le blocage a pris fin de lui-même : les agents sont de nouveau avertis des messages de ce numéro.",
    unknownColumns:
      "Non compris : {0}. Écrivez contact.colonne ou account.colonne, séparés par des virgules. D’ici là, aucun numéro n’est lié à un client.",
  },
  3082: {
    hasNoEffect: "Esta configuración no tiene efecto mientras «{0}» esté activa: se aplica la configuración activa más antigua.",
    noneActive: "No hay ninguna configuración activa: se aplican los valores predeterminados, en todas las aplicaciones.",
    unknownApp: "Ninguna aplicación tiene el nombre único {0}. Nombres únicos de las aplicaciones: {1}",
    notANumber: "Escriba el signo más, el prefijo del país y los dígitos del 0 al 9 sin (0): +15550100",
    blockEnded: "El bloqueo ha terminado por sí solo: se vuelve a notificar a los agentes los mensajes de este número.",
    unknownColumns:
      "No se entiende: {0}. Escriba contact.columna o account.columna, separados por comas. Hasta entonces, ningún número se vincula a un cliente.",
  },
  1025: {
    hasNoEffect: "هذا التكوين لا تأثير له ما دام «{0}» نشطًا: يُطبَّق أقدم تكوين نشط.",
    noneActive: "لا يوجد تكوين نشط: تُطبَّق القيم الافتراضية في جميع التطبيقات.",
    unknownApp: "لا يوجد تطبيق اسمه الفريد {0}. الأسماء الفريدة للتطبيقات: {1}",
    notANumber: "أدخل علامة الجمع ورمز البلد ثم الأرقام 0–9 من دون (0): \u200e+15550100\u200e",
    blockEnded: "انتهى الحظر من تلقاء نفسه: يُخطر المندوبون مجددًا برسائل هذا الرقم.",
    unknownColumns: "غير مفهوم: {0}. اكتب contact.column أو account.column مع الفصل بفواصل (,). حتى ذلك الحين لا يُربط أي رقم بعميل.",
  },
  1041: {
    hasNoEffect: "「{0}」がアクティブな間、この構成は適用されません。最も古いアクティブな構成が適用されます。",
    noneActive: "アクティブな構成がありません。すべてのアプリで既定値が適用されます。",
    unknownApp: "一意の名前が {0} のアプリはありません。アプリの一意の名前: {1}",
    notANumber: "+ と国番号に続けて、(0) を付けずに 0 ～ 9 の数字を入力してください: +15550100",
    blockEnded: "ブロックは自動的に終了しました。この番号からのメッセージは再びエージェントに通知されます。",
    unknownColumns:
      "次の指定は認識できません: {0}。contact.列名 または account.列名 をコンマで区切って入力してください。それまで、番号は顧客に関連付けられません。",
  },
};

/**
 * A text in the user's language, with values in its places.
 * @param languageId LCID; a language without texts gets English
 */
export function formText(languageId: number, text: keyof Texts, ...values: readonly string[]): string {
  return (TEXTS[languageId] ?? ENGLISH)[text].replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? "");
}
