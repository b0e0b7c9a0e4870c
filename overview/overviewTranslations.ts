// Written by `npm run words` from words/*.json.
import type { OverviewTexts } from "./overviewEnglish";

/** What this script says in all languages but English, by LCID. */
export const overviewTranslations: Readonly<Record<number, OverviewTexts>> = {
  1025: {
    "tag": "ar",
    "direction": "rtl",
    "title": "الأرقام الرئيسية",
    "figures": {
      "waiting": "ينتظر الآن",
      "longest": "أطول انتظار",
      "accepted": "المقبولة اليوم",
      "takenOver": "تم توليها اليوم",
      "failed": "فشلت اليوم",
      "blocked": "أرقام محظورة",
      "optedOut": "ألغت الاشتراك"
    },
    "asOf": "حتى {0}",
    "notRefreshed": "تعذّر التحديث. هذه أرقام الساعة {0}.",
    "notRead": "تعذّرت قراءة الأرقام.",
    "retry": "إعادة المحاولة",
    "reading": "جارٍ القراءة…",
    "noRight": "أدوارك لا تسمح لك بقراءة هذا.",
    "unknown": "تعذّرت القراءة.",
    "tooMany": "أكثر من 50,000: لا يعدّ Dataverse أكثر من ذلك."
  },
  1031: {
    "tag": "de",
    "direction": "ltr",
    "title": "Zahlen",
    "figures": {
      "waiting": "Wartet jetzt",
      "longest": "Längste Wartezeit",
      "accepted": "Heute angenommen",
      "takenOver": "Heute übernommen",
      "failed": "Heute fehlgeschlagen",
      "blocked": "Nummern blockiert",
      "optedOut": "Abgemeldet"
    },
    "asOf": "Stand: {0}",
    "notRefreshed": "Konnte nicht aktualisiert werden. Dies ist der Stand von {0}.",
    "notRead": "Die Zahlen konnten nicht gelesen werden.",
    "retry": "Erneut versuchen",
    "reading": "Wird gelesen …",
    "noRight": "Ihre Rollen lassen Sie das nicht lesen.",
    "unknown": "Konnte nicht gelesen werden.",
    "tooMany": "Mehr als 50.000: weiter zählt Dataverse nicht."
  },
  1036: {
    "tag": "fr",
    "direction": "ltr",
    "title": "Chiffres",
    "figures": {
      "waiting": "En attente",
      "longest": "Plus longue attente",
      "accepted": "Acceptées aujourd’hui",
      "takenOver": "Reprises aujourd’hui",
      "failed": "En échec aujourd’hui",
      "blocked": "Numéros bloqués",
      "optedOut": "Désinscrits"
    },
    "asOf": "À {0}",
    "notRefreshed": "Actualisation impossible. Ces chiffres datent de {0}.",
    "notRead": "Les chiffres n’ont pas pu être lus.",
    "retry": "Réessayer",
    "reading": "Lecture…",
    "noRight": "Vos rôles ne vous permettent pas de lire cela.",
    "unknown": "N’a pas pu être lu.",
    "tooMany": "Plus de 50 000 : Dataverse ne compte pas au-delà."
  },
  1041: {
    "tag": "ja",
    "direction": "ltr",
    "title": "数値",
    "figures": {
      "waiting": "待機中",
      "longest": "最長の待ち時間",
      "accepted": "本日受け入れ",
      "takenOver": "本日引き継ぎ",
      "failed": "本日失敗",
      "blocked": "ブロックした番号",
      "optedOut": "配信停止"
    },
    "asOf": "{0} 現在",
    "notRefreshed": "更新できませんでした。{0} 現在の数値です。",
    "notRead": "数値を読み取れませんでした。",
    "retry": "再試行",
    "reading": "読み取り中…",
    "noRight": "お使いのロールではこれを読み取れません。",
    "unknown": "読み取れませんでした。",
    "tooMany": "50,000 件を超えています。Dataverse はそれ以上数えません。"
  },
  3082: {
    "tag": "es",
    "direction": "ltr",
    "title": "Cifras",
    "figures": {
      "waiting": "En espera ahora",
      "longest": "Espera más larga",
      "accepted": "Aceptadas hoy",
      "takenOver": "Asumidas hoy",
      "failed": "Con error hoy",
      "blocked": "Números bloqueados",
      "optedOut": "Dados de baja"
    },
    "asOf": "A las {0}",
    "notRefreshed": "No se pudo actualizar. Estas cifras son de las {0}.",
    "notRead": "No se pudieron leer las cifras.",
    "retry": "Reintentar",
    "reading": "Leyendo…",
    "noRight": "Sus roles no le permiten leer esto.",
    "unknown": "No se pudo leer.",
    "tooMany": "Más de 50 000: Dataverse no cuenta más allá."
  },
};
