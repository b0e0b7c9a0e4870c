/** What the data model is to be: each table's columns in one line each (type, what limits it, primary, required), and its alternate keys. */

/** By table, its own columns. */
export const OWN_COLUMNS: Record<string, Record<string, string>> = {
  msgn_configuration: {
    msgn_name: "nvarchar text 100 primary required",
    msgn_idletimeoutminutes: "int 0..10080",
    msgn_refreshseconds: "int 0..3600",
    msgn_bubblecorner: "picklist msgn_bubblecorner -1",
    msgn_floatingbubble: "bit yes",
    msgn_agentsmayblock: "bit yes",
    msgn_soundallowed: "bit yes",
    msgn_desktopallowed: "bit yes",
    msgn_apps: "ntext 2000",
    msgn_openin: "picklist msgn_openin -1",
  },
  msgn_contactnumber: {
    msgn_phonenumber: "nvarchar phone 50 primary required",
    msgn_customerid: "customer",
    msgn_blockedon: "datetime datetime 1",
    msgn_blockedby: "lookup",
    msgn_blockreason: "nvarchar text 200",
    msgn_blockeduntil: "datetime datetime 1",
    msgn_optedouton: "datetime datetime 1",
    msgn_optoutchangedon: "datetime datetime 1",
  },
  msgn_session: {
    msgn_name: "nvarchar text 200 primary",
    msgn_contactnumberid: "lookup required",
    msgn_businessnumber: "nvarchar phone 50 required",
    msgn_sessionstatus: "picklist msgn_sessionstatus 864500000 required",
    msgn_acceptedon: "datetime datetime 1",
    msgn_acceptedby: "lookup",
  },
  msgn_message: {
    msgn_name: "nvarchar text 100 primary",
    msgn_sessionid: "lookup required",
    msgn_direction: "picklist msgn_direction 864500000 required",
    msgn_body: "ntext 10000",
    msgn_receivedon: "datetime datetime 1 required",
    msgn_readon: "datetime datetime 1",
    // Empty until the provider has given one: a message that an agent has written has none yet.
    msgn_providermessageid: "nvarchar text 100",
    msgn_sequence: "nvarchar text 20",
    msgn_deliverystatus: "picklist msgn_deliverystatus -1",
    msgn_deliveryerror: "nvarchar text 500",
    msgn_segments: "int 0..1000",
    msgn_sendingsince: "datetime datetime 1",
  },
  msgn_dismissal: {
    msgn_name: "nvarchar text 100 primary",
    msgn_sessionid: "lookup required",
    msgn_dismissedupto: "datetime datetime 1 required",
    msgn_dismissedcount: "int 0..2147483647",
  },
  msgn_agentsetting: {
    msgn_name: "nvarchar text 100 primary",
    msgn_bubblecorner: "picklist msgn_bubblecorner -1",
    msgn_sound: "bit no",
    msgn_desktopnotification: "bit no",
    msgn_donotdisturbuntil: "datetime datetime 1",
    msgn_bubbleside: "picklist msgn_bubbleside -1",
    msgn_bubbleheight: "int 0..1000",
    msgn_listfilter: "picklist msgn_listfilter -1",
    msgn_listorder: "picklist msgn_listorder -1",
    msgn_density: "picklist msgn_density -1",
    msgn_shortcut: "nvarchar text 50",
    msgn_countintitle: "bit yes",
    msgn_unreadcount: "int 0..2147483647",
    msgn_panelopen: "bit no",
    msgn_page: "nvarchar text 400",
    msgn_openin: "picklist msgn_openin -1",
  },
  msgn_sessionevent: {
    msgn_name: "nvarchar text 100 primary",
    msgn_sessionid: "lookup required",
    msgn_kind: "picklist msgn_eventkind -1 required",
    msgn_fromownerid: "lookup",
    msgn_waitedminutes: "int 0..2147483647",
  },
  msgn_template: {
    msgn_name: "nvarchar text 100 primary required",
    msgn_body: "ntext 1600 required",
    msgn_languagecode: "nvarchar text 10",
  },
};

/** By table, its alternate keys. */
export const KEYS: Record<string, Record<string, string[]>> = {
  msgn_configuration: { msgn_configuration_name_key: ["msgn_name"] },
  msgn_contactnumber: { msgn_contactnumber_phonenumber_key: ["msgn_phonenumber"] },
  msgn_session: { msgn_session_contactnumber_businessnumber_key: ["msgn_contactnumberid", "msgn_businessnumber"] },
  msgn_message: { msgn_message_providermessageid_key: ["msgn_providermessageid"] },
  // Their owner is what they are found by: a key would keep an owner from making a row that a stranger has made before.
  msgn_dismissal: {},
  msgn_agentsetting: {},
  msgn_sessionevent: {},
  msgn_template: { msgn_template_name_key: ["msgn_name"] },
};
