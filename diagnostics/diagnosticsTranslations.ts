// Written by `npm run words` from words/*.json.
import type { DiagnosticsTexts } from "./diagnosticsEnglish";

/** What this script says in all languages but English, by LCID. */
export const diagnosticsTranslations: Readonly<Record<number, DiagnosticsTexts>> = {
  1025: {
    "tag": "ar",
    "direction": "rtl",
    "title": "تشخيص المراسلة",
    "intro": "تعرض هذه الصفحة ما يمنع شخصًا من تلقي إشعارات الرسائل النصية، وما ينبغي فعله.",
    "nameOrLogin": "الاسم أو اسم المستخدم",
    "search": "بحث",
    "lookAtMe": "افحص حسابي",
    "people": "الأشخاص",
    "searching": "جارٍ البحث…",
    "nobody": "لم يُعثر على أحد.",
    "found": "عدد الأشخاص: {0}",
    "more": "هؤلاء أول {0}. اكتب جزءًا أكبر من الاسم.",
    "disabled": "معطّل",
    "reading": "جارٍ القراءة…",
    "failed": "تعذرت القراءة: {0}",
    "copy": "نسخ التقرير",
    "copied": "تم نسخ التقرير.",
    "copyByHand": "اضغط Ctrl+C لنسخ التقرير.",
    "report": "التقرير",
    "nothingHoldsBack": "لا يعرف الخادم شيئًا يعيق هذا الشخص.",
    "summary": "يعيق: {0}. يجدر معرفته: {1}. سليم: {2}.",
    "severities": {
      "holdsBack": "يعيق هذا الشخص",
      "worthKnowing": "يجدر معرفته",
      "fine": "سليم"
    },
    "topics": {
      "roles": "أدوار الأمان",
      "privileges": "الامتيازات",
      "apps": "التطبيقات",
      "configurations": "التكوينات",
      "settings": "إعدادات المندوب",
      "inbox": "المحادثات غير المقروءة",
      "version": "إصدار الحل",
      "clockOffset": "ساعة الخادم"
    },
    "findings": {
      "enabled": [
        "المستخدم ممكّن."
      ],
      "disabled": [
        "المستخدم معطّل.",
        "مكّن المستخدم في مركز إدارة Power Platform."
      ],
      "roles": [
        "أدوار الأمان: {0}."
      ],
      "noRoles": [
        "ليس لهذا الشخص أي دور أمان.",
        "عيّن Basic User وSMS Agent."
      ],
      "privileges": [
        "لدى الشخص كل امتيازات SMS Agent."
      ],
      "missingForStart": [
        "لا تظهر فقاعة ولا لوحة لأن امتيازات ناقصة: {0}.",
        "عيّن SMS Agent وBasic User للشخص أو لأحد فرقه."
      ],
      "missingForWork": [
        "يُرفض جزء من العمل لأن امتيازات ناقصة: {0}.",
        "عيّن SMS Agent، أو أضف هذه الامتيازات إلى الدور الذي لدى الشخص بدلًا منه."
      ],
      "ownRowsOnly": [
        "بعض المحادثات لا تُعرض ولا تُحسب لأن امتيازات لا تشمل كل الصفوف: {0}.",
        "امنحها على مستوى المؤسسة، ما لم يكن ذلك مقصودًا."
      ],
      "apps": [
        "التطبيقات التي يمكن للشخص فتحها: {0}."
      ],
      "noApp": [
        "لا يوجد تطبيق يمكن للشخص فتحه.",
        "شارك تطبيقًا مع أحد أدوار الشخص."
      ],
      "inactiveApps": [
        "هذه التطبيقات غير نشطة: {0}.",
        "نشّطها إذا كان ينبغي العمل فيها."
      ],
      "appsLeftOut": [
        "يستثني التكوين هذه التطبيقات، فلا فقاعة فيها: {0}.",
        "أضفها إلى عمود التطبيقات في التكوين، أو أفرغ ذلك العمود."
      ],
      "unknownApps": [
        "يذكر التكوين تطبيقات غير موجودة: {0}.",
        "صحّح الأسماء الفريدة في التكوين."
      ],
      "noConfiguration": [
        "لا يوجد تكوين نشط: تُطبَّق القيم الافتراضية في جميع التطبيقات.",
        "أنشئ تكوينًا أو نشّط تكوينًا."
      ],
      "configuration": [
        "يُطبَّق التكوين «{0}»: فهو أقدم تكوين نشط."
      ],
      "otherConfigurations": [
        "هذه التكوينات لا تأثير لها: {0}.",
        "ألغِ تنشيط ما ليس مقصودًا منها."
      ],
      "takeoverAfter": [
        "تُعرض المحادثة على الزملاء بعد أن ينتظر العميل {0} دقيقة."
      ],
      "takeoverOff": [
        "لا تُعرض محادثة زميل على أحد مهما طال انتظار العميل.",
        "أدخل مهلة الخمول بالدقائق في التكوين، ما لم يكن ذلك مقصودًا."
      ],
      "refreshEvery": [
        "تُقرأ القائمة من جديد كل {0} ثانية."
      ],
      "refreshOff": [
        "تُقرأ القائمة عند تغير الصفحة، وليس بين ذلك.",
        "أدخل ثواني التحديث في التكوين، ما لم يكن ذلك مقصودًا."
      ],
      "bubbleOff": [
        "الفقاعة العائمة متوقفة للجميع؛ ويعرض رمز الجزء الجانبي العدد.",
        "شغّلها في التكوين، ما لم يكن ذلك مقصودًا."
      ],
      "blockOff": [
        "لا يسمح التكوين بحظر الأرقام إلا للمسؤولين.",
        "غيّر ذلك في التكوين، ما لم يكن مقصودًا."
      ],
      "ownRow": [
        "لدى الشخص إعدادات مندوب: بدأ المنتج لديه من قبل."
      ],
      "noOwnRow": [
        "ليست لدى الشخص إعدادات مندوب: لم يبدأ المنتج لديه قط.",
        "عندما لا يعيقه شيء، اطلب منه تحميل التطبيق من جديد."
      ],
      "inactiveOwnRow": [
        "إعدادات المندوب لدى الشخص غير نشطة.",
        "لا شيء: ينشّطها بدء التطبيق التالي."
      ],
      "severalOwnRows": [
        "يملك الشخص {0} من صفوف إعدادات المندوب؛ والأقدم هو المعتمد.",
        "احذف الصفوف الأخرى."
      ],
      "strangersRow": [
        "يملك آخرون إعدادات مندوب باسم هذا الشخص أو في مكانه: {0}.",
        "لا تأثير لها. اسأل من أنشأها واحذفها."
      ],
      "quiet": [
        "أوقف الشخص الصوت وإشعارات سطح المكتب حتى {0}.",
        "لا شيء: تعرض الفقاعة العدد على كل حال."
      ],
      "started": [
        "بدأ تشغيل المنتج آخر مرة في {0} بواسطة الخطاف «{1}»."
      ],
      "startedByTable": [
        "بدأ تشغيل المنتج آخر مرة في {0} بواسطة الخطاف «{1}» الخاص بالجداول: جاء خطاف كل الصفحات بعده أو لم يعمل.",
        "إذا لم تظهر الفقاعة في لوحات المعلومات والصفحات المخصصة، فراجع دليل النشر."
      ],
      "startedLongAgo": [
        "بدأ تشغيل المنتج آخر مرة في {0} بواسطة الخطاف «{1}».",
        "إذا عمل الشخص في تطبيق بعد ذلك، فلا يصل أي خطاف إلى صفحاته: راجع دليل النشر."
      ],
      "noStartTold": [
        "لم يبلّغ متصفح الشخص عن أي بدء تشغيل.",
        "اطلب منه تحميل التطبيق من جديد. إذا استمر ذلك، فلا يُسمح له بكتابة إعدادات المندوب الخاصة به."
      ],
      "oldScript": [
        "شغّل متصفح الشخص {0} بالإصدار {1} في {2}؛ وإصدار الحل هو {3}.",
        "إذا كان الحل أقدم في ذلك اليوم، فلا شيء. وإلا فالمتصفح يحتفظ بملفات قديمة: حمّل التطبيق من جديد بالضغط على Ctrl+F5."
      ],
      "listRead": [
        "قُرئت قائمة الشخص في {0}؛ يبلّغ متصفحه عن ذلك مرة في اليوم."
      ],
      "noListSince": [
        "بدأ تشغيل المنتج في {0}، ولم تُقرأ أي قائمة منذ ذلك الحين.",
        "انظر إلى شاشة الشخص: الجزء الجانبي موجود، لكن النموذج أو عنصر التحكم فيه غير موجود."
      ],
      "failed": [
        "تعذرت قراءة القائمة من {0} حتى {1}. المحاولات: {2}. السبب: {3}."
      ],
      "failing": [
        "تتعذر قراءة القائمة منذ {0}. المحاولات عند الإبلاغ: {1}. السبب: {2}.",
        "راجع ما سجّله الخادم في ذلك الوقت."
      ],
      "unread": [
        "المحادثات التي فيها رسائل غير مقروءة: {0}. يُعرض على الشخص منها {1}، وتجاهل {2}، و{3} لدى الزملاء."
      ],
      "nothingUnread": [
        "لا توجد محادثة فيها رسائل غير مقروءة."
      ],
      "nothingOffered": [
        "المحادثات التي فيها رسائل غير مقروءة: {0}. لا يُعرض على الشخص شيء منها: تجاهل {2}، و{3} لدى الزملاء.",
        "لا شيء ما دام لا ينتظر أي عميل: انظر مهلة الخمول."
      ],
      "version": [
        "إصدار الحل هو {0}."
      ],
      "noVersion": [
        "لا يوجد في البيئة حل باسم MessageNotification؛ وإصدار هذه الصفحة هو {0}.",
        "استورد الحل كما سُلّم."
      ],
      "otherVersion": [
        "إصدار الحل هو {0}، وإصدار هذه الصفحة هو {1}: يحتفظ المتصفح بملفات قديمة.",
        "حمّل التطبيق من جديد بالضغط على Ctrl+F5. إن لم يُجدِ ذلك فانشر كل التخصيصات."
      ],
      "clock": [
        "الفرق بين ساعة هذا المتصفح وساعة الخادم {0} ثانية."
      ],
      "clockOff": [
        "الفرق بين ساعة هذا المتصفح وساعة الخادم {0} ثانية.",
        "اضبط ساعة هذا الكمبيوتر. يُحكم على طول الانتظار بساعة الخادم على كل حال."
      ],
      "paneHere": [
        "يستجيب الجزء الجانبي في هذه النافذة."
      ],
      "noPaneHere": [
        "لا يستجيب أي جزء جانبي للمنتج في هذه النافذة.",
        "إن لم يكن هناك عائق آخر فحمّل التطبيق من جديد. يذكر دليل النشر الصفحات التي لا يصل إليها المنتج."
      ],
      "readHere": [
        "قُرئت القائمة في هذا المتصفح آخر مرة في {0}."
      ],
      "notReadHere": [
        "لم تُقرأ القائمة في هذا المتصفح منذ {0} ثانية.",
        "انظر ما تقوله اللوحة ووحدة تحكم المتصفح."
      ],
      "noPictures": [
        "لا تُعرض صور الرسائل لهذا الشخص.",
        "عيّن SMS Pictures، ما لم يكن ذلك مقصودًا."
      ],
      "notRead": [
        "{0}: تعذرت القراءة ({1}).",
        "اطلب من شخص لديه دور مسؤول النظام فتح هذه الصفحة."
      ]
    }
  },
  1031: {
    "tag": "de",
    "direction": "ltr",
    "title": "Messaging-Diagnose",
    "intro": "Zeigt, was eine Person daran hindert, über Textnachrichten benachrichtigt zu werden, und was zu tun ist.",
    "nameOrLogin": "Name oder Benutzername",
    "search": "Suchen",
    "lookAtMe": "Mich selbst prüfen",
    "people": "Personen",
    "searching": "Suche läuft …",
    "nobody": "Niemand gefunden.",
    "found": "Gefundene Personen: {0}",
    "more": "Das sind die ersten {0}. Geben Sie mehr vom Namen ein.",
    "disabled": "deaktiviert",
    "reading": "Wird gelesen …",
    "failed": "Das konnte nicht gelesen werden: {0}",
    "copy": "Bericht kopieren",
    "copied": "Der Bericht wurde kopiert.",
    "copyByHand": "Drücken Sie Strg+C, um den Bericht zu kopieren.",
    "report": "Bericht",
    "nothingHoldsBack": "Der Server kennt nichts, was diese Person hindert.",
    "summary": "Hindert: {0}. Wissenswert: {1}. In Ordnung: {2}.",
    "severities": {
      "holdsBack": "Hindert diese Person",
      "worthKnowing": "Wissenswert",
      "fine": "In Ordnung"
    },
    "topics": {
      "roles": "Sicherheitsrollen",
      "privileges": "Berechtigungen",
      "apps": "Apps",
      "configurations": "Konfigurationen",
      "settings": "Agenteneinstellungen",
      "inbox": "Ungelesene Unterhaltungen",
      "version": "Version der Lösung",
      "clockOffset": "Uhr des Servers"
    },
    "findings": {
      "enabled": [
        "Das Benutzerkonto ist aktiviert."
      ],
      "disabled": [
        "Das Benutzerkonto ist deaktiviert.",
        "Aktivieren Sie es im Power Platform Admin Center."
      ],
      "roles": [
        "Sicherheitsrollen: {0}."
      ],
      "noRoles": [
        "Die Person hat keine Sicherheitsrolle.",
        "Weisen Sie Basic User und SMS Agent zu."
      ],
      "privileges": [
        "Die Person hat alle Berechtigungen von SMS Agent."
      ],
      "missingForStart": [
        "Es gibt weder Blase noch Bereich, weil Berechtigungen fehlen: {0}.",
        "Weisen Sie SMS Agent und Basic User der Person oder einem ihrer Teams zu."
      ],
      "missingForWork": [
        "Ein Teil der Arbeit wird verweigert, weil Berechtigungen fehlen: {0}.",
        "Weisen Sie SMS Agent zu, oder ergänzen Sie die Rolle, die die Person stattdessen hat."
      ],
      "ownRowsOnly": [
        "Manche Unterhaltungen werden weder angezeigt noch gezählt, weil Berechtigungen nicht alle Zeilen erreichen: {0}.",
        "Erteilen Sie sie auf Organisationsebene, falls das nicht gewollt ist."
      ],
      "apps": [
        "Apps, die die Person öffnen darf: {0}."
      ],
      "noApp": [
        "Es gibt keine App, die die Person öffnen darf.",
        "Geben Sie eine App für eine Rolle der Person frei."
      ],
      "inactiveApps": [
        "Diese Apps sind deaktiviert: {0}.",
        "Aktivieren Sie sie, wenn in ihnen gearbeitet werden soll."
      ],
      "appsLeftOut": [
        "Die Konfiguration lässt diese Apps aus; in ihnen gibt es keine Blase: {0}.",
        "Ergänzen Sie sie unter Apps in der Konfiguration, oder leeren Sie diese Spalte."
      ],
      "unknownApps": [
        "Die Konfiguration nennt Apps, die es nicht gibt: {0}.",
        "Berichtigen Sie die eindeutigen Namen in der Konfiguration."
      ],
      "noConfiguration": [
        "Es ist keine Konfiguration aktiv: Es gelten die Standardwerte, in allen Apps.",
        "Erstellen oder aktivieren Sie eine Konfiguration."
      ],
      "configuration": [
        "Es gilt die Konfiguration „{0}“: Sie ist die älteste aktive."
      ],
      "otherConfigurations": [
        "Diese Konfigurationen sind wirkungslos: {0}.",
        "Deaktivieren Sie die, die nicht gemeint sind."
      ],
      "takeoverAfter": [
        "Kollegen wird eine Unterhaltung angeboten, wenn ihr Kunde {0} Minuten gewartet hat."
      ],
      "takeoverOff": [
        "Niemandem wird die Unterhaltung eines Kollegen angeboten, wie lange der Kunde auch wartet.",
        "Tragen Sie Minuten als Leerlaufzeit in die Konfiguration ein, falls das nicht gewollt ist."
      ],
      "refreshEvery": [
        "Die Liste wird alle {0} Sekunden neu gelesen."
      ],
      "refreshOff": [
        "Die Liste wird gelesen, wenn die Seite wechselt, und dazwischen nicht.",
        "Tragen Sie Sekunden für die Aktualisierung in die Konfiguration ein, falls das nicht gewollt ist."
      ],
      "bubbleOff": [
        "Die schwebende Blase ist für alle ausgeschaltet; das Symbol im Seitenbereich zeigt die Zahl.",
        "Schalten Sie sie in der Konfiguration ein, falls das nicht gewollt ist."
      ],
      "blockOff": [
        "Die Konfiguration erlaubt nur Administratoren, Nummern zu blockieren.",
        "Ändern Sie das in der Konfiguration, falls es nicht gewollt ist."
      ],
      "ownRow": [
        "Die Person hat Agenteneinstellungen: Das Produkt ist für sie schon gestartet."
      ],
      "noOwnRow": [
        "Die Person hat keine Agenteneinstellungen: Das Produkt ist für sie noch nie gestartet.",
        "Sobald sie nichts mehr hindert, soll die Person die App neu laden."
      ],
      "inactiveOwnRow": [
        "Die Agenteneinstellungen der Person sind deaktiviert.",
        "Nichts: Der nächste Start einer App aktiviert sie."
      ],
      "severalOwnRows": [
        "Die Person besitzt {0} Zeilen mit Agenteneinstellungen; die älteste zählt.",
        "Löschen Sie die anderen."
      ],
      "strangersRow": [
        "Andere besitzen Agenteneinstellungen im Namen oder an der Stelle dieser Person: {0}.",
        "Sie sind wirkungslos. Fragen Sie, wer sie erstellt hat, und löschen Sie sie."
      ],
      "quiet": [
        "Die Person hat Ton und Desktopbenachrichtigungen ausgeschaltet bis {0}.",
        "Nichts: Die Blase zeigt die Zahl trotzdem."
      ],
      "started": [
        "Das Produkt ist zuletzt am {0} gestartet, durch den Hook „{1}“."
      ],
      "startedByTable": [
        "Das Produkt ist zuletzt am {0} gestartet, durch den Hook „{1}“ der Tabellen: Der für alle Seiten kam später oder lief nicht.",
        "Fehlt die Nachrichtenblase auf Dashboards und benutzerdefinierten Seiten, lesen Sie die Bereitstellungsanleitung."
      ],
      "startedLongAgo": [
        "Das Produkt ist zuletzt am {0} gestartet, durch den Hook „{1}“.",
        "Hat die Person seither in einer App gearbeitet, erreicht kein Hook ihre Seiten: siehe Bereitstellungsanleitung."
      ],
      "noStartTold": [
        "Der Browser der Person hat keinen Start gemeldet.",
        "Lassen Sie die App neu laden. Bleibt es so, darf die Person ihre Agenteneinstellungen nicht schreiben."
      ],
      "oldScript": [
        "Der Browser der Person führte am {2} {0} in Version {1} aus; die Lösung hat Version {3}.",
        "War die Lösung an dem Tag noch älter: nichts. Sonst behält der Browser alte Dateien: App mit Strg+F5 neu laden."
      ],
      "listRead": [
        "Die Liste der Person wurde am {0} gelesen; ihr Browser meldet das einmal am Tag."
      ],
      "noListSince": [
        "Das Produkt ist am {0} gestartet, und seither wurde keine Liste gelesen.",
        "Sehen Sie sich den Bildschirm der Person an: Der Seitenbereich ist da, sein Formular oder Steuerelement nicht."
      ],
      "failed": [
        "Die Liste konnte von {0} bis {1} nicht gelesen werden. Versuche: {2}. Ursache: {3}."
      ],
      "failing": [
        "Die Liste kann seit {0} nicht gelesen werden. Versuche bis zur Meldung: {1}. Ursache: {2}.",
        "Sehen Sie nach, was der Server zu dieser Zeit protokolliert hat."
      ],
      "unread": [
        "Unterhaltungen mit ungelesenen Nachrichten: {0}. Davon werden der Person {1} angeboten, {2} hat sie verworfen, {3} sind bei Kollegen."
      ],
      "nothingUnread": [
        "Es gibt keine Unterhaltung mit ungelesenen Nachrichten."
      ],
      "nothingOffered": [
        "Unterhaltungen mit ungelesenen Nachrichten: {0}. Der Person wird keine angeboten: {2} hat sie verworfen, {3} sind bei Kollegen.",
        "Nichts, solange kein Kunde wartet: siehe die Leerlaufzeit."
      ],
      "version": [
        "Die Lösung hat die Version {0}."
      ],
      "noVersion": [
        "Die Umgebung kennt keine Lösung mit dem Namen MessageNotification; diese Seite hat die Version {0}.",
        "Importieren Sie die Lösung so, wie sie ausgeliefert wurde."
      ],
      "otherVersion": [
        "Die Lösung hat die Version {0}, diese Seite die Version {1}: Ein Browser behält alte Dateien.",
        "Laden Sie die App mit Strg+F5 neu. Hilft das nicht, veröffentlichen Sie alle Anpassungen."
      ],
      "clock": [
        "Die Uhr dieses Browsers und die des Servers liegen {0} Sekunden auseinander."
      ],
      "clockOff": [
        "Die Uhr dieses Browsers und die des Servers liegen {0} Sekunden auseinander.",
        "Stellen Sie die Uhr dieses Computers. Wer zu lange wartet, entscheidet trotzdem die Uhr des Servers."
      ],
      "paneHere": [
        "In diesem Fenster antwortet der Seitenbereich."
      ],
      "noPaneHere": [
        "In diesem Fenster antwortet kein Seitenbereich des Produkts.",
        "Hindert Sie sonst nichts, laden Sie die App neu. Welche Seiten das Produkt nicht erreicht, sagt die Anleitung zur Bereitstellung."
      ],
      "readHere": [
        "In diesem Browser wurde die Liste zuletzt um {0} gelesen."
      ],
      "notReadHere": [
        "In diesem Browser wurde die Liste seit {0} Sekunden nicht gelesen.",
        "Sehen Sie nach, was der Bereich und die Konsole des Browsers sagen."
      ],
      "noPictures": [
        "Bilder in Nachrichten werden dieser Person nicht angezeigt.",
        "Weisen Sie SMS Pictures zu, falls das nicht gewollt ist."
      ],
      "notRead": [
        "{0}: konnte nicht gelesen werden ({1}).",
        "Bitten Sie jemanden mit der Rolle Systemadministrator, diese Seite zu öffnen."
      ]
    }
  },
  1036: {
    "tag": "fr",
    "direction": "ltr",
    "title": "Diagnostic de la messagerie",
    "intro": "Indique ce qui empêche une personne d’être avertie des SMS, et que faire.",
    "nameOrLogin": "Nom ou nom d’utilisateur",
    "search": "Rechercher",
    "lookAtMe": "Me vérifier moi-même",
    "people": "Personnes",
    "searching": "Recherche…",
    "nobody": "Personne n’a été trouvé.",
    "found": "Personnes trouvées : {0}",
    "more": "Voici les {0} premières. Saisissez une plus grande partie du nom.",
    "disabled": "désactivé",
    "reading": "Lecture…",
    "failed": "Lecture impossible : {0}",
    "copy": "Copier le rapport",
    "copied": "Le rapport a été copié.",
    "copyByHand": "Appuyez sur Ctrl+C pour copier le rapport.",
    "report": "Rapport",
    "nothingHoldsBack": "Le serveur ne connaît rien qui empêche cette personne.",
    "summary": "Empêche : {0}. Bon à savoir : {1}. En ordre : {2}.",
    "severities": {
      "holdsBack": "Empêche cette personne",
      "worthKnowing": "Bon à savoir",
      "fine": "En ordre"
    },
    "topics": {
      "roles": "Rôles de sécurité",
      "privileges": "Privilèges",
      "apps": "Applications",
      "configurations": "Configurations",
      "settings": "Paramètres d’agent",
      "inbox": "Conversations non lues",
      "version": "Version de la solution",
      "clockOffset": "Horloge du serveur"
    },
    "findings": {
      "enabled": [
        "L’utilisateur est activé."
      ],
      "disabled": [
        "L’utilisateur est désactivé.",
        "Activez-le dans le centre d’administration Power Platform."
      ],
      "roles": [
        "Rôles de sécurité : {0}."
      ],
      "noRoles": [
        "La personne n’a aucun rôle de sécurité.",
        "Attribuez Basic User et SMS Agent."
      ],
      "privileges": [
        "La personne a tous les privilèges de SMS Agent."
      ],
      "missingForStart": [
        "Il n’y a ni bulle ni volet, car des privilèges manquent : {0}.",
        "Attribuez SMS Agent et Basic User à la personne, ou à l’une de ses équipes."
      ],
      "missingForWork": [
        "Une partie du travail est refusée, car des privilèges manquent : {0}.",
        "Attribuez SMS Agent, ou ajoutez ces privilèges au rôle que la personne a à sa place."
      ],
      "ownRowsOnly": [
        "Certaines conversations ne sont ni affichées ni comptées, car des privilèges n’atteignent pas toutes les lignes : {0}.",
        "Accordez-les au niveau de l’organisation, sauf si c’est voulu."
      ],
      "apps": [
        "Applications que la personne peut ouvrir : {0}."
      ],
      "noApp": [
        "La personne ne peut ouvrir aucune application.",
        "Partagez une application avec l’un de ses rôles."
      ],
      "inactiveApps": [
        "Ces applications sont désactivées : {0}.",
        "Activez-les si l’on doit y travailler."
      ],
      "appsLeftOut": [
        "La configuration exclut ces applications ; il n’y a pas de bulle : {0}.",
        "Ajoutez-les dans la colonne des applications de la configuration, ou videz-la."
      ],
      "unknownApps": [
        "La configuration nomme des applications qui n’existent pas : {0}.",
        "Corrigez les noms uniques dans la configuration."
      ],
      "noConfiguration": [
        "Aucune configuration n’est active : les valeurs par défaut s’appliquent, dans toutes les applications.",
        "Créez une configuration, ou activez-en une."
      ],
      "configuration": [
        "La configuration « {0} » s’applique : c’est la plus ancienne qui soit active."
      ],
      "otherConfigurations": [
        "Ces configurations sont sans effet : {0}.",
        "Désactivez celles qui ne sont pas voulues."
      ],
      "takeoverAfter": [
        "Une conversation est proposée aux collègues quand le client a attendu {0} minutes."
      ],
      "takeoverOff": [
        "La conversation d’un collègue n’est proposée à personne, aussi longtemps que le client attende.",
        "Saisissez le délai d’inactivité en minutes dans la configuration, sauf si c’est voulu."
      ],
      "refreshEvery": [
        "La liste est relue toutes les {0} secondes."
      ],
      "refreshOff": [
        "La liste est lue quand la page change, et pas entre-temps.",
        "Saisissez l’actualisation en secondes dans la configuration, sauf si c’est voulu."
      ],
      "bubbleOff": [
        "La bulle flottante est désactivée pour tous ; l’icône du volet latéral affiche le nombre.",
        "Activez-la dans la configuration, sauf si c’est voulu."
      ],
      "blockOff": [
        "La configuration ne laisse que les administrateurs bloquer des numéros.",
        "Modifiez-la, sauf si c’est voulu."
      ],
      "ownRow": [
        "La personne a des paramètres d’agent : le produit a déjà démarré pour elle."
      ],
      "noOwnRow": [
        "La personne n’a pas de paramètres d’agent : le produit n’a jamais démarré pour elle.",
        "Dès que rien ne l’empêche plus, faites-lui recharger l’application."
      ],
      "inactiveOwnRow": [
        "Les paramètres d’agent de la personne sont désactivés.",
        "Rien : le prochain démarrage d’une application les active."
      ],
      "severalOwnRows": [
        "La personne possède {0} lignes de paramètres d’agent ; la plus ancienne compte.",
        "Supprimez les autres."
      ],
      "strangersRow": [
        "D’autres possèdent des paramètres d’agent au nom ou à la place de cette personne : {0}.",
        "Ils sont sans effet. Demandez qui les a créés, et supprimez-les."
      ],
      "quiet": [
        "La personne a désactivé le son et les notifications de bureau jusqu’au {0}.",
        "Rien : la bulle affiche le nombre malgré tout."
      ],
      "started": [
        "Le produit a démarré pour la dernière fois le {0}, par le crochet « {1} »."
      ],
      "startedByTable": [
        "Le produit a démarré pour la dernière fois le {0}, par le crochet « {1} » des tables : celui de toutes les pages est venu plus tard ou n’a pas été exécuté.",
        "Si la bulle manque sur les tableaux de bord et les pages personnalisées, consultez le guide de déploiement."
      ],
      "startedLongAgo": [
        "Le produit a démarré pour la dernière fois le {0}, par le crochet « {1} ».",
        "Si la personne a travaillé dans une application depuis, aucun crochet n’atteint ses pages : consultez le guide de déploiement."
      ],
      "noStartTold": [
        "Le navigateur de la personne n’a signalé aucun démarrage.",
        "Demandez-lui de recharger l’application. Si rien ne change, elle ne peut pas écrire ses paramètres d’agent."
      ],
      "oldScript": [
        "Le navigateur de la personne a exécuté {0} en version {1} le {2} ; la solution est en version {3}.",
        "Si la solution était plus ancienne ce jour-là : rien. Sinon, le navigateur garde d’anciens fichiers : rechargez l’application avec Ctrl+F5."
      ],
      "listRead": [
        "La liste de la personne a été lue le {0} ; son navigateur le signale une fois par jour."
      ],
      "noListSince": [
        "Le produit a démarré le {0}, et aucune liste n’a été lue depuis.",
        "Regardez l’écran de la personne : le volet est là, mais pas son formulaire ou son contrôle."
      ],
      "failed": [
        "La liste n’a pas pu être lue de {0} à {1}. Essais : {2}. Cause : {3}."
      ],
      "failing": [
        "La liste ne peut pas être lue depuis {0}. Essais au moment du signalement : {1}. Cause : {2}.",
        "Consultez ce que le serveur a journalisé à ce moment-là."
      ],
      "unread": [
        "Conversations avec des SMS non lus : {0}. La personne s’en voit proposer {1}, en a ignoré {2}, et {3} sont chez des collègues."
      ],
      "nothingUnread": [
        "Il n’y a aucune conversation avec des SMS non lus."
      ],
      "nothingOffered": [
        "Conversations avec des SMS non lus : {0}. Aucune n’est proposée à la personne : elle en a ignoré {2}, et {3} sont chez des collègues.",
        "Rien, tant qu’aucun client n’attend : voyez le délai d’inactivité."
      ],
      "version": [
        "La solution est à la version {0}."
      ],
      "noVersion": [
        "L’environnement ne liste aucune solution du nom de MessageNotification ; cette page est à la version {0}.",
        "Importez la solution telle qu’elle a été livrée."
      ],
      "otherVersion": [
        "La solution est à la version {0}, et cette page à la version {1} : un navigateur garde d’anciens fichiers.",
        "Rechargez l’application avec Ctrl+F5. Si cela n’aide pas, publiez toutes les personnalisations."
      ],
      "clock": [
        "L’horloge de ce navigateur et celle du serveur ont {0} secondes d’écart."
      ],
      "clockOff": [
        "L’horloge de ce navigateur et celle du serveur ont {0} secondes d’écart.",
        "Réglez l’horloge de cet ordinateur. L’attente est jugée malgré tout à l’horloge du serveur."
      ],
      "paneHere": [
        "Dans cette fenêtre, le volet latéral répond."
      ],
      "noPaneHere": [
        "Dans cette fenêtre, aucun volet latéral du produit ne répond.",
        "Si rien d’autre ne vous empêche, rechargez l’application. Le guide de déploiement dit quelles pages le produit n’atteint pas."
      ],
      "readHere": [
        "Dans ce navigateur, la liste a été lue en dernier à {0}."
      ],
      "notReadHere": [
        "Dans ce navigateur, la liste n’a pas été lue depuis {0} secondes.",
        "Voyez ce que disent le volet et la console du navigateur."
      ],
      "noPictures": [
        "Les images des SMS ne sont pas affichées à cette personne.",
        "Attribuez SMS Pictures, sauf si c’est voulu."
      ],
      "notRead": [
        "{0} : lecture impossible ({1}).",
        "Demandez à quelqu’un qui a le rôle Administrateur système d’ouvrir cette page."
      ]
    }
  },
  1041: {
    "tag": "ja",
    "direction": "ltr",
    "title": "メッセージング診断",
    "intro": "テキスト メッセージの通知を妨げている原因と対処方法を、ユーザーごとに示します。",
    "nameOrLogin": "名前またはユーザー名",
    "search": "検索",
    "lookAtMe": "自分を確認",
    "people": "ユーザー",
    "searching": "検索しています…",
    "nobody": "見つかりませんでした。",
    "found": "見つかったユーザー: {0}",
    "more": "最初の {0} 人です。名前をさらに入力してください。",
    "disabled": "無効",
    "reading": "読み取っています…",
    "failed": "読み取れませんでした: {0}",
    "copy": "レポートをコピー",
    "copied": "レポートをコピーしました。",
    "copyByHand": "Ctrl+C を押してレポートをコピーしてください。",
    "report": "レポート",
    "nothingHoldsBack": "このユーザーを妨げるものは、サーバーには見つかりません。",
    "summary": "妨げている: {0}。参考: {1}。正常: {2}。",
    "severities": {
      "holdsBack": "このユーザーを妨げているもの",
      "worthKnowing": "参考",
      "fine": "正常"
    },
    "topics": {
      "roles": "セキュリティ ロール",
      "privileges": "特権",
      "apps": "アプリ",
      "configurations": "構成",
      "settings": "エージェント設定",
      "inbox": "未読の会話",
      "version": "ソリューションのバージョン",
      "clockOffset": "サーバーの時計"
    },
    "findings": {
      "enabled": [
        "ユーザーは有効です。"
      ],
      "disabled": [
        "ユーザーは無効です。",
        "Power Platform 管理センターで有効にしてください。"
      ],
      "roles": [
        "セキュリティ ロール: {0}。"
      ],
      "noRoles": [
        "セキュリティ ロールがありません。",
        "Basic User と SMS Agent を割り当ててください。"
      ],
      "privileges": [
        "SMS Agent のすべての特権があります。"
      ],
      "missingForStart": [
        "特権がないため、バブルもパネルも表示されません: {0}。",
        "SMS Agent と Basic User を、ユーザーまたは所属チームに割り当ててください。"
      ],
      "missingForWork": [
        "特権がないため、一部の操作が拒否されます: {0}。",
        "SMS Agent を割り当てるか、代わりのロールにこれらの特権を追加してください。"
      ],
      "ownRowsOnly": [
        "特権がすべての行に及ばないため、一部の会話は表示も集計もされません: {0}。",
        "意図したものでなければ、組織レベルで付与してください。"
      ],
      "apps": [
        "開けるアプリ: {0}。"
      ],
      "noApp": [
        "開けるアプリがありません。",
        "ユーザーのロールのいずれかとアプリを共有してください。"
      ],
      "inactiveApps": [
        "次のアプリは非アクティブです: {0}。",
        "使用する場合はアクティブにしてください。"
      ],
      "appsLeftOut": [
        "構成で除外されているため、次のアプリにはバブルがありません: {0}。",
        "構成のアプリの列に追加するか、その列を空にしてください。"
      ],
      "unknownApps": [
        "構成に存在しないアプリがあります: {0}。",
        "構成の一意の名前を修正してください。"
      ],
      "noConfiguration": [
        "アクティブな構成がありません。すべてのアプリで既定値が適用されます。",
        "構成を作成するか、アクティブにしてください。"
      ],
      "configuration": [
        "構成「{0}」が適用されます。アクティブな構成の中で最も古いためです。"
      ],
      "otherConfigurations": [
        "次の構成は適用されません: {0}。",
        "不要な構成を非アクティブにしてください。"
      ],
      "takeoverAfter": [
        "お客様が {0} 分待つと、会話が同僚に提示されます。"
      ],
      "takeoverOff": [
        "お客様がどれだけ待っても、同僚の会話は誰にも提示されません。",
        "意図したものでなければ、構成のアイドル タイムアウトに分数を入力してください。"
      ],
      "refreshEvery": [
        "一覧は {0} 秒ごとに読み直されます。"
      ],
      "refreshOff": [
        "一覧はページが変わったときだけ読み取られます。",
        "意図したものでなければ、構成の更新間隔に秒数を入力してください。"
      ],
      "bubbleOff": [
        "フローティング バブルは全員に対してオフです。件数はサイド ペインのアイコンに表示されます。",
        "意図したものでなければ、構成でオンにしてください。"
      ],
      "blockOff": [
        "構成により、番号をブロックできるのは管理者だけです。",
        "意図したものでなければ、構成を変更してください。"
      ],
      "ownRow": [
        "エージェント設定があります。このユーザーでは製品が起動したことがあります。"
      ],
      "noOwnRow": [
        "エージェント設定がありません。このユーザーでは製品が一度も起動していません。",
        "妨げるものがなくなったら、アプリを再読み込みしてもらってください。"
      ],
      "inactiveOwnRow": [
        "エージェント設定が非アクティブです。",
        "対処は不要です。次にアプリを開くとアクティブになります。"
      ],
      "severalOwnRows": [
        "エージェント設定を {0} 行所有しています。最も古い行が使われます。",
        "ほかの行を削除してください。"
      ],
      "strangersRow": [
        "ほかのユーザーが、このユーザーの名前または場所のエージェント設定を所有しています: {0}。",
        "効果はありません。作成者に確認し、削除してください。"
      ],
      "quiet": [
        "{0} まで、音とデスクトップ通知をオフにしています。",
        "対処は不要です。件数はバブルに表示されます。"
      ],
      "started": [
        "製品は {0} に、フック「{1}」によって最後に起動しました。"
      ],
      "startedByTable": [
        "製品は {0} に、テーブルのフック「{1}」によって最後に起動しました。全ページ用のフックは後から実行されたか、実行されていません。",
        "ダッシュボードやカスタム ページにバブルが表示されない場合は、展開ガイドを参照してください。"
      ],
      "startedLongAgo": [
        "製品は {0} に、フック「{1}」によって最後に起動しました。",
        "その後もアプリで作業している場合、どのフックもそのページに届いていません。展開ガイドを参照してください。"
      ],
      "noStartTold": [
        "この人のブラウザーは起動を記録していません。",
        "アプリを再読み込みしてもらってください。変わらない場合、自分のエージェント設定に書き込む権限がありません。"
      ],
      "oldScript": [
        "この人のブラウザーは {2} に {0} のバージョン {1} を実行しました。ソリューションのバージョンは {3} です。",
        "その日のソリューションがまだ古かった場合は、何もする必要はありません。そうでない場合、ブラウザーに古いファイルが残っています。Ctrl+F5 でアプリを再読み込みしてください。"
      ],
      "listRead": [
        "この人の一覧は {0} に読み込まれました。ブラウザーは 1 日 1 回記録します。"
      ],
      "noListSince": [
        "製品は {0} に起動しましたが、その後一覧は読み込まれていません。",
        "この人の画面を確認してください。ペインはありますが、そのフォームまたはコントロールがありません。"
      ],
      "failed": [
        "{0} から {1} まで一覧を読み込めませんでした。試行回数: {2}。原因: {3}。"
      ],
      "failing": [
        "{0} から一覧を読み込めません。記録時の試行回数: {1}。原因: {2}。",
        "その時刻のサーバーのログを確認してください。"
      ],
      "unread": [
        "未読のある会話: {0}。提示: {1}、無視した会話: {2}、同僚が対応中: {3}。"
      ],
      "nothingUnread": [
        "未読のある会話はありません。"
      ],
      "nothingOffered": [
        "未読のある会話: {0}。提示される会話はありません。無視した会話: {2}、同僚が対応中: {3}。",
        "お客様が待っていなければ対処は不要です。アイドル タイムアウトを確認してください。"
      ],
      "version": [
        "ソリューションのバージョンは {0} です。"
      ],
      "noVersion": [
        "環境に MessageNotification という名前のソリューションがありません。このページのバージョンは {0} です。",
        "提供されたソリューションをそのままインポートしてください。"
      ],
      "otherVersion": [
        "ソリューションのバージョンは {0}、このページのバージョンは {1} です。ブラウザーに古いファイルが残っています。",
        "Ctrl+F5 でアプリを再読み込みしてください。直らない場合は、すべてのカスタマイズを公開してください。"
      ],
      "clock": [
        "このブラウザーとサーバーの時計の差は {0} 秒です。"
      ],
      "clockOff": [
        "このブラウザーとサーバーの時計の差は {0} 秒です。",
        "このコンピューターの時計を合わせてください。待ち時間はサーバーの時計で判断されます。"
      ],
      "paneHere": [
        "このウィンドウのサイド ペインは応答しています。"
      ],
      "noPaneHere": [
        "このウィンドウでは、製品のサイド ペインが応答しません。",
        "ほかに妨げるものがなければ、アプリを再読み込みしてください。製品が届かないページは展開ガイドに記載されています。"
      ],
      "readHere": [
        "このブラウザーで一覧が最後に読み取られたのは {0} です。"
      ],
      "notReadHere": [
        "このブラウザーでは、一覧が {0} 秒間読み取られていません。",
        "パネルとブラウザーのコンソールの表示を確認してください。"
      ],
      "noPictures": [
        "メッセージの画像は、このユーザーには表示されません。",
        "意図したものでなければ、SMS Pictures を割り当ててください。"
      ],
      "notRead": [
        "{0}を読み取れませんでした ({1})。",
        "システム管理者ロールを持つ人に、このページを開いてもらってください。"
      ]
    }
  },
  3082: {
    "tag": "es",
    "direction": "ltr",
    "title": "Diagnóstico de mensajería",
    "intro": "Indica qué impide que una persona reciba avisos de mensajes de texto y qué hacer.",
    "nameOrLogin": "Nombre o nombre de usuario",
    "search": "Buscar",
    "lookAtMe": "Comprobarme a mí",
    "people": "Personas",
    "searching": "Buscando…",
    "nobody": "No se encontró a nadie.",
    "found": "Personas encontradas: {0}",
    "more": "Estas son las primeras {0}. Escriba más del nombre.",
    "disabled": "deshabilitado",
    "reading": "Leyendo…",
    "failed": "No se pudo leer: {0}",
    "copy": "Copiar informe",
    "copied": "El informe se ha copiado.",
    "copyByHand": "Presione Ctrl+C para copiar el informe.",
    "report": "Informe",
    "nothingHoldsBack": "El servidor no conoce nada que frene a esta persona.",
    "summary": "Frena: {0}. Conviene saber: {1}. Correcto: {2}.",
    "severities": {
      "holdsBack": "Frena a esta persona",
      "worthKnowing": "Conviene saber",
      "fine": "Correcto"
    },
    "topics": {
      "roles": "Roles de seguridad",
      "privileges": "Privilegios",
      "apps": "Aplicaciones",
      "configurations": "Configuraciones",
      "settings": "Configuración de agente",
      "inbox": "Conversaciones sin leer",
      "version": "Versión de la solución",
      "clockOffset": "Reloj del servidor"
    },
    "findings": {
      "enabled": [
        "El usuario está habilitado."
      ],
      "disabled": [
        "El usuario está deshabilitado.",
        "Habilítelo en el Centro de administración de Power Platform."
      ],
      "roles": [
        "Roles de seguridad: {0}."
      ],
      "noRoles": [
        "La persona no tiene ningún rol de seguridad.",
        "Asigne Basic User y SMS Agent."
      ],
      "privileges": [
        "La persona tiene todos los privilegios de SMS Agent."
      ],
      "missingForStart": [
        "No hay burbuja ni panel, porque faltan privilegios: {0}.",
        "Asigne SMS Agent y Basic User a la persona o a uno de sus equipos."
      ],
      "missingForWork": [
        "Parte del trabajo se rechaza, porque faltan privilegios: {0}.",
        "Asigne SMS Agent, o agregue estos privilegios al rol que la persona tiene en su lugar."
      ],
      "ownRowsOnly": [
        "Algunas conversaciones no se muestran ni se cuentan, porque hay privilegios que no alcanzan todas las filas: {0}.",
        "Concédalos a nivel de organización, salvo que sea intencionado."
      ],
      "apps": [
        "Aplicaciones que la persona puede abrir: {0}."
      ],
      "noApp": [
        "La persona no puede abrir ninguna aplicación.",
        "Comparta una aplicación con uno de sus roles."
      ],
      "inactiveApps": [
        "Estas aplicaciones están desactivadas: {0}.",
        "Actívelas si se ha de trabajar en ellas."
      ],
      "appsLeftOut": [
        "La configuración deja fuera estas aplicaciones; en ellas no hay burbuja: {0}.",
        "Agréguelas en la columna de aplicaciones de la configuración, o vacíela."
      ],
      "unknownApps": [
        "La configuración nombra aplicaciones que no existen: {0}.",
        "Corrija los nombres únicos en la configuración."
      ],
      "noConfiguration": [
        "No hay ninguna configuración activa: se aplican los valores predeterminados, en todas las aplicaciones.",
        "Cree una configuración o active una."
      ],
      "configuration": [
        "Se aplica la configuración «{0}»: es la más antigua de las activas."
      ],
      "otherConfigurations": [
        "Estas configuraciones no tienen efecto: {0}.",
        "Desactive las que no se deseen."
      ],
      "takeoverAfter": [
        "Una conversación se ofrece a los compañeros cuando su cliente ha esperado {0} minutos."
      ],
      "takeoverOff": [
        "A nadie se le ofrece la conversación de un compañero, por mucho que espere el cliente.",
        "Escriba los minutos de inactividad en la configuración, salvo que sea intencionado."
      ],
      "refreshEvery": [
        "La lista se vuelve a leer cada {0} segundos."
      ],
      "refreshOff": [
        "La lista se lee cuando cambia la página, y no entretanto.",
        "Escriba los segundos de actualización en la configuración, salvo que sea intencionado."
      ],
      "bubbleOff": [
        "La burbuja flotante está desactivada para todos; el icono del panel lateral muestra el número.",
        "Actívela en la configuración, salvo que sea intencionado."
      ],
      "blockOff": [
        "La configuración solo permite a los administradores bloquear números.",
        "Cámbiela, salvo que sea intencionado."
      ],
      "ownRow": [
        "La persona tiene configuración de agente: el producto ya se ha iniciado para ella."
      ],
      "noOwnRow": [
        "La persona no tiene configuración de agente: el producto nunca se ha iniciado para ella.",
        "Cuando ya nada la frene, pídale que vuelva a cargar la aplicación."
      ],
      "inactiveOwnRow": [
        "La configuración de agente de la persona está desactivada.",
        "Nada: el próximo inicio de una aplicación la activa."
      ],
      "severalOwnRows": [
        "La persona posee {0} filas de configuración de agente; cuenta la más antigua.",
        "Elimine las demás."
      ],
      "strangersRow": [
        "Otros poseen configuración de agente en nombre o en lugar de esta persona: {0}.",
        "No tiene efecto. Pregunte quién la creó y elimínela."
      ],
      "quiet": [
        "La persona ha desactivado el sonido y las notificaciones de escritorio hasta {0}.",
        "Nada: la burbuja muestra el número de todos modos."
      ],
      "started": [
        "El producto se inició por última vez el {0}, por el enlace «{1}»."
      ],
      "startedByTable": [
        "El producto se inició por última vez el {0}, por el enlace «{1}» de las tablas: el de todas las páginas llegó después o no se ejecutó.",
        "Si falta la burbuja en paneles y páginas personalizadas, consulte la guía de implementación."
      ],
      "startedLongAgo": [
        "El producto se inició por última vez el {0}, por el enlace «{1}».",
        "Si la persona ha trabajado en una aplicación desde entonces, ningún enlace llega a sus páginas: consulte la guía de implementación."
      ],
      "noStartTold": [
        "El explorador de la persona no ha comunicado ningún inicio.",
        "Pídale que vuelva a cargar la aplicación. Si sigue así, no puede escribir su configuración de agente."
      ],
      "oldScript": [
        "El explorador de la persona ejecutó {0} de la versión {1} el {2}; la solución es de la versión {3}.",
        "Si la solución era más antigua ese día, nada. Si no, el explorador conserva archivos antiguos: cargue de nuevo la aplicación con Ctrl+F5."
      ],
      "listRead": [
        "La lista de la persona se leyó el {0}; su explorador lo comunica una vez al día."
      ],
      "noListSince": [
        "El producto se inició el {0} y desde entonces no se ha leído ninguna lista.",
        "Mire la pantalla de la persona: el panel está, pero no su formulario o su control."
      ],
      "failed": [
        "La lista no se pudo leer desde {0} hasta {1}. Intentos: {2}. Causa: {3}."
      ],
      "failing": [
        "La lista no se puede leer desde {0}. Intentos al comunicarlo: {1}. Causa: {2}.",
        "Mire lo que registró el servidor en ese momento."
      ],
      "unread": [
        "Conversaciones con mensajes sin leer: {0}. A la persona se le ofrecen {1}, ha descartado {2}, y {3} están con compañeros."
      ],
      "nothingUnread": [
        "No hay ninguna conversación con mensajes sin leer."
      ],
      "nothingOffered": [
        "Conversaciones con mensajes sin leer: {0}. A la persona no se le ofrece ninguna: ha descartado {2}, y {3} están con compañeros.",
        "Nada, mientras no espere ningún cliente: vea el tiempo de inactividad."
      ],
      "version": [
        "La solución es de la versión {0}."
      ],
      "noVersion": [
        "El entorno no tiene ninguna solución con el nombre MessageNotification; esta página es de la versión {0}.",
        "Importe la solución tal como se entregó."
      ],
      "otherVersion": [
        "La solución es de la versión {0}, y esta página de la versión {1}: un navegador conserva archivos antiguos.",
        "Vuelva a cargar la aplicación con Ctrl+F5. Si no ayuda, publique todas las personalizaciones."
      ],
      "clock": [
        "El reloj de este navegador y el del servidor difieren en {0} segundos."
      ],
      "clockOff": [
        "El reloj de este navegador y el del servidor difieren en {0} segundos.",
        "Ajuste el reloj de este equipo. La espera se juzga de todos modos por el reloj del servidor."
      ],
      "paneHere": [
        "En esta ventana, el panel lateral responde."
      ],
      "noPaneHere": [
        "En esta ventana no responde ningún panel lateral del producto.",
        "Si nada más le frena, vuelva a cargar la aplicación. La guía de implementación dice a qué páginas no llega el producto."
      ],
      "readHere": [
        "En este navegador, la lista se leyó por última vez: {0}."
      ],
      "notReadHere": [
        "En este navegador, la lista no se ha leído desde hace {0} segundos.",
        "Vea qué dicen el panel y la consola del navegador."
      ],
      "noPictures": [
        "A esta persona no se le muestran las imágenes de los mensajes.",
        "Asigne SMS Pictures, salvo que sea intencionado."
      ],
      "notRead": [
        "{0}: no se pudo leer ({1}).",
        "Pida a alguien con el rol Administrador del sistema que abra esta página."
      ]
    }
  },
};
