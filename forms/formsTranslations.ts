// Written by `npm run words` from words/*.json.
import type { FormsTexts } from "./formsEnglish";

/** What this script says in all languages but English, by LCID. */
export const formsTranslations: Readonly<Record<number, FormsTexts>> = {
  1025: {
    "hasNoEffect": "هذا التكوين لا تأثير له ما دام «{0}» نشطًا: يُطبَّق أقدم تكوين نشط.",
    "noneActive": "لا يوجد تكوين نشط: تُطبَّق القيم الافتراضية في جميع التطبيقات.",
    "unknownApp": "لا يوجد تطبيق اسمه الفريد {0}. الأسماء الفريدة للتطبيقات: {1}",
    "notANumber": "أدخل علامة الجمع ورمز البلد ثم الأرقام 0–9 من دون (0): ‎+15550100‎",
    "blockEnded": "انتهى الحظر من تلقاء نفسه: يُخطر المندوبون مجددًا برسائل هذا الرقم.",
    "unknownColumns": "غير مفهوم: {0}. اكتب contact.column أو account.column مع الفصل بفواصل (,). حتى ذلك الحين لا يُربط أي رقم بعميل.",
    "configuredTimeout": "مهلة الخمول في التكوين هي {0} من الدقائق (0: لا يُعرض أبدًا). تسري حيث لا توجد لهذا الرقم مهلة خاصة."
  },
  1031: {
    "hasNoEffect": "Diese Konfiguration ist wirkungslos, solange „{0}“ aktiv ist: Es gilt die älteste aktive Konfiguration.",
    "noneActive": "Es ist keine Konfiguration aktiv: Es gelten die Standardwerte, in allen Apps.",
    "unknownApp": "Keine App hat den eindeutigen Namen {0}. Die eindeutigen Namen der Apps: {1}",
    "notANumber": "Geben Sie ein Pluszeichen, die Landesvorwahl, dann Ziffern 0–9 ohne (0) ein: +15550100",
    "blockEnded": "Die Blockierung ist von selbst abgelaufen: Agenten werden wieder über Nachrichten dieser Nummer benachrichtigt.",
    "unknownColumns": "Nicht verständlich: {0}. Schreiben Sie contact.spalte oder account.spalte, durch Kommas getrennt. Bis dahin wird keine Nummer mit einem Kunden verknüpft.",
    "configuredTimeout": "Das Leerlauftimeout der Konfiguration beträgt {0} Minuten (0: nie). Es gilt, wo diese Nummer keines hat."
  },
  1036: {
    "hasNoEffect": "Cette configuration est sans effet tant que « {0} » est active : la plus ancienne configuration active s’applique.",
    "noneActive": "Aucune configuration n’est active : les valeurs par défaut s’appliquent, dans toutes les applications.",
    "unknownApp": "Aucune application n’a le nom unique {0}. Noms uniques des applications : {1}",
    "notANumber": "Entrez le signe plus, l’indicatif du pays, puis les chiffres 0 à 9 sans (0) : +15550100",
    "blockEnded": "Le blocage a pris fin de lui-même : les agents sont de nouveau avertis des messages de ce numéro.",
    "unknownColumns": "Non compris : {0}. Écrivez contact.colonne ou account.colonne, séparés par des virgules. D’ici là, aucun numéro n’est lié à un client.",
    "configuredTimeout": "Le délai d’inactivité de la configuration est de {0} minutes (0 : jamais). Il s’applique là où ce numéro n’en a pas."
  },
  1041: {
    "hasNoEffect": "「{0}」がアクティブな間、この構成は適用されません。最も古いアクティブな構成が適用されます。",
    "noneActive": "アクティブな構成がありません。すべてのアプリで既定値が適用されます。",
    "unknownApp": "一意の名前が {0} のアプリはありません。アプリの一意の名前: {1}",
    "notANumber": "+ と国番号に続けて、(0) を付けずに 0 ～ 9 の数字を入力してください: +15550100",
    "blockEnded": "ブロックは自動的に終了しました。この番号からのメッセージは再びエージェントに通知されます。",
    "unknownColumns": "次の指定は認識できません: {0}。contact.列名 または account.列名 をコンマで区切って入力してください。それまで、番号は顧客に関連付けられません。",
    "configuredTimeout": "構成のアイドル タイムアウトは {0} 分です (0: なし)。この番号に設定がない場合に適用されます。"
  },
  3082: {
    "hasNoEffect": "Esta configuración no tiene efecto mientras «{0}» esté activa: se aplica la configuración activa más antigua.",
    "noneActive": "No hay ninguna configuración activa: se aplican los valores predeterminados, en todas las aplicaciones.",
    "unknownApp": "Ninguna aplicación tiene el nombre único {0}. Nombres únicos de las aplicaciones: {1}",
    "notANumber": "Escriba el signo más, el prefijo del país y los dígitos del 0 al 9 sin (0): +15550100",
    "blockEnded": "El bloqueo ha terminado por sí solo: se vuelve a notificar a los agentes los mensajes de este número.",
    "unknownColumns": "No se entiende: {0}. Escriba contact.columna o account.columna, separados por comas. Hasta entonces, ningún número se vincula a un cliente.",
    "configuredTimeout": "El tiempo de espera de la configuración es de {0} minutos (0: nunca). Se aplica cuando este número no tiene uno."
  },
};
