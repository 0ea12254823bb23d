"""Priorities and I statements in Urdu. Waits for a native reader."""

PRIORITIES = {
    "Clear information": "صاف معلومات",
    "Communicating and updating our Local Offer": "اپنی Local Offer بتانا اور تازہ رکھنا",
    "The Local Offer is our website about help and activities. You can find what you need. It is clear and up to date.": (
        "Local Offer مدد اور سرگرمیوں کی ہماری ویب سائٹ ہے۔ آپ کو جو چاہیے وہ ملتا ہے۔ یہ صاف اور تازہ ہے۔"
    ),
    "My support and my plan": "میری مدد اور میرا منصوبہ",
    "Our SEND journey": "ہمارا SEND کا سفر",
    "You get support that suits you, when you need it. You help to make your plan. People work together to help you.": (
        "آپ کو ضرورت کے وقت ٹھیک مدد ملتی ہے۔ آپ اپنا منصوبہ بنانے میں مدد کرتے ہیں۔ لوگ مل کر آپ کی مدد کرتے ہیں۔"
    ),
    "Good services near me": "میرے قریب اچھی خدمات",
    "Developing services and provision": "خدمات بنانا اور بہتر کرنا",
    "There are good schools, health services and activities near your home. The staff understand what you need.": (
        "آپ کے گھر کے قریب اچھے سکول، صحت کی خدمات اور سرگرمیاں ہیں۔ عملہ آپ کی ضرورت سمجھتا ہے۔"
    ),
    "Getting ready to be an adult": "بڑے ہونے کی تیاری",
    "Preparation for adulthood": "بالغ زندگی کی تیاری",
    "You get ready for work, your own home, good health and friends. You choose what is important to you.": (
        "آپ کام، اپنے گھر، اچھی صحت اور دوستوں کے لیے تیار ہوتے ہیں۔ جو آپ کے لیے اہم ہے وہ آپ چنتے ہیں۔"
    ),
}

STATEMENTS = {
    "I reach the goals that we agreed.": "میں وہ مقصد پورے کرتا یا کرتی ہوں جو ہم نے طے کیے۔",
    "I get the support that is right for me.": "مجھے وہ مدد ملتی ہے جو میرے لیے ٹھیک ہے۔",
    "I get on well with the staff who help me.": "مدد کرنے والے عملے سے میری اچھی بنتی ہے۔",
    "I trust the staff to do their job well.": "مجھے بھروسا ہے کہ عملہ اپنا کام اچھا کرتا ہے۔",
    "I can find the information I need to choose.": "چننے کے لیے جو معلومات چاہیے وہ مجھے مل جاتی ہیں۔",
    "I am an equal partner when plans are made.": "منصوبے بنتے وقت میں برابر کا شریک ہوں۔",
    "I can get help at home and near my home.": "مجھے گھر پر اور گھر کے قریب مدد مل سکتی ہے۔",
    "I know what I want next and how to get there.": "مجھے پتہ ہے کہ آگے کیا چاہیے اور وہ کیسے ملے گا۔",
    "I know I will get help when I need it.": "مجھے پتہ ہے کہ ضرورت پر مدد ملے گی۔",
    "I am working towards my hopes for my life.": "میں اپنی زندگی کی امیدوں کے لیے محنت کر رہا یا رہی ہوں۔",
    "I help to make my plan and check it.": "میں اپنا منصوبہ بنانے اور دیکھنے میں مدد کرتا یا کرتی ہوں۔",
    "My plan is good, on time and says what I said.": "میرا منصوبہ اچھا اور وقت پر ہے اور اس میں میری باتیں ہیں۔",
    "I do not have to see too many different staff.": "مجھے بہت زیادہ الگ الگ عملے سے نہیں ملنا پڑتا۔",
    "I can go to a school near my home.": "میں اپنے گھر کے قریب سکول جا سکتا یا سکتی ہوں۔",
    "I can use services and activities that suit me.": "مجھے ایسی خدمات اور سرگرمیاں ملتی ہیں جو میرے لیے ٹھیک ہیں۔",
    "My family and I can get help early and quickly.": "مجھے اور میرے خاندان کو جلدی مدد مل سکتی ہے۔",
    "I help to plan and check the services I use.": "جو خدمات مجھے ملتی ہیں ان کا منصوبہ بنانے میں میں مدد کرتا یا کرتی ہوں۔",
    "I can find services and activities close to home.": "مجھے گھر کے قریب خدمات اور سرگرمیاں مل جاتی ہیں۔",
    "I use the same places as everyone, and they understand me.": "میں وہاں جاتا یا جاتی ہوں جہاں سب جاتے ہیں، اور وہ مجھے سمجھتے ہیں۔",
    "I am happy with the services I am offered.": "مجھے جو خدمات ملتی ہیں ان سے میں خوش ہوں۔",
    "I get help to use services from skilled staff.": "ماہر عملہ خدمات لینے میں میری مدد کرتا ہے۔",
    "I have my plan and I feel ready for my future.": "میرے پاس میرا منصوبہ ہے اور میں مستقبل کے لیے تیار ہوں۔",
    "I am learning to look after my own health.": "میں اپنی صحت کا خیال رکھنا سیکھ رہا یا رہی ہوں۔",
    "I can find information and activities that I like.": "مجھے اپنی پسند کی معلومات اور سرگرمیاں مل جاتی ہیں۔",
    "I have friends and family who support me.": "میرے دوست اور خاندان میرا ساتھ دیتے ہیں۔",
    "I am well prepared for work.": "میں کام کے لیے اچھی طرح تیار ہوں۔",
    "I have the chance to try work and get a good job.": "مجھے کام آزمانے اور اچھی نوکری پانے کا موقع ملتا ہے۔",
    "My school, health and care staff work together for me.": "میرے سکول، صحت اور دیکھ بھال کا عملہ میرے لیے مل کر کام کرتا ہے۔",
    "I choose and control the things that matter to me.": "جو چیزیں میرے لیے اہم ہیں وہ میں خود چنتا یا چنتی ہوں۔",
    "I live as independently as I can.": "میں جتنا ہو سکے خود مختار رہتا یا رہتی ہوں۔",
}
