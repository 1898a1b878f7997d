"""Words of the samples, per language; all of them the institution's own or plainly a sample's."""

from typing import Any

ENGLISH: dict[str, Any] = {
    "institution": "ISESCO",
    "section": "Sectors of activity",
    "paragraph": (
        "The Islamic Educational, Scientific and Cultural Organization (ISESCO) is an "
        "<b>autonomous institution</b> dedicated to joint Islamic action."
    ),
    "emphasis": (
        "Through its action, ISESCO targets <i>four sectors of activity</i>: education, culture, "
        "science, technology and innovation, and human and social sciences."
    ),
    "objectives": [
        "Build the elites of the Islamic world",
        "Develop capacities, skills and expertise related to sustainable development",
        "Anchoring the culture of excellence and developing the quality approach",
        "Promote research, innovation and entrepreneurship",
        "Promote universal human principles and fundamental rights",
        "Strengthen collective action and win-win partnerships",
    ],
    "mission_title": "Our mission",
    "mission": (
        "The construction of tomorrow's decision-makers, the sharing of expertise and "
        "institutional support, the optimization of development policies and systems of "
        "innovation and knowledge"
    ),
    "caption": "A caption says what the picture shows and why it stands here.",
    "documents_title": "Documents",
    "document": "Sample document",
    "video_title": "Sample video",
    "video_caption": "Nothing is loaded from the video platform before it is played.",
    "figures": [
        ("11", "objectives"),
        ("4", "sectors of activity"),
        ("3", "strategic objectives"),
        ("1982", "Constituent Conference in Fez"),
    ],
    "timeline": [
        (
            "3 May 1982",
            "Constituent Conference",
            "Held in Fez, the scientific capital of the Kingdom of Morocco.",
        ),
        ("2016–2018", "Action Plan", "Two priorities serve as a guide in the field of education."),
    ],
    "table": {
        "caption": "The Action Plan in figures",
        "headings": ["Part of the plan", "Period", "Number"],
        "rows": [
            ("Strategic objectives", "2016–2018", 3),
            ("Priorities in education", "2016–2018", 2),
        ],
    },
    "parts": [
        ("Where was the Constituent Conference held?", "In Fez, on 3 May 1982."),
        (
            "Which sectors does ISESCO target?",
            "Education; culture; science, technology and innovation; human and social sciences.",
        ),
    ],
    "action_title": "Read what the institution is for",
    "action_label": "Our mission",
    "sectors_title": "The four sectors",
    "sectors": [
        "Education",
        "Culture",
        "Science, technology and innovation",
        "Human and social sciences",
    ],
}

ARABIC: dict[str, Any] = {
    "institution": "الإيسيسكو",
    "section": "قطاعات العمل",
    "paragraph": (
        "المنظمة الإسلامية للتربية والعلوم والثقافة (إيسيسكو) <b>مؤسسة مستقلة</b> في خدمة العمل "
        "الإسلامي المشترك."
    ),
    "emphasis": (
        "ويشمل عمل الإيسيسكو <i>أربعة قطاعات</i>: التربية، والثقافة، والعلوم والتكنولوجيا "
        "والابتكار، والعلوم الإنسانية والاجتماعية."
    ),
    "objectives": [
        "بناء نخب العالم الإسلامي",
        "تطوير القدرات والمهارات والخبرات المتصلة بالتنمية المستدامة",
        "ترسيخ ثقافة التميز وتطوير نهج الجودة",
        "النهوض بالبحث والابتكار وريادة الأعمال",
        "تعزيز المبادئ الإنسانية العالمية والحقوق الأساسية",
        "تعزيز العمل الجماعي والشراكات القائمة على المنفعة المتبادلة",
    ],
    "mission_title": "رسالتنا",
    "mission": (
        "إعداد صنّاع قرار الغد، وتقاسم الخبرات والدعم المؤسسي، والارتقاء بسياسات التنمية "
        "ونُظم الابتكار والمعرفة"
    ),
    "caption": "يبيّن التعليق ما تُظهره الصورة وسبب ورودها هنا.",
    "documents_title": "الوثائق",
    "document": "وثيقة نموذجية",
    "video_title": "مقطع فيديو نموذجي",
    "video_caption": "لا يُحمَّل شيء من منصة الفيديو قبل تشغيله.",
    "figures": [
        ("11", "هدفًا"),
        ("4", "قطاعات نشاط"),
        ("3", "أهداف استراتيجية"),
        ("1982", "المؤتمر التأسيسي في فاس"),
    ],
    "timeline": [
        ("3 مايو 1982", "المؤتمر التأسيسي", "عُقد في فاس، العاصمة العلمية للمملكة المغربية."),
        ("2016–2018", "خطة العمل", "أولويتان يُسترشد بهما في قطاع التربية."),
    ],
    "table": {
        "caption": "خطة العمل بالأرقام",
        "headings": ["عنصر الخطة", "الفترة", "العدد"],
        "rows": [
            ("الأهداف الاستراتيجية", "2016–2018", 3),
            ("أولويات قطاع التربية", "2016–2018", 2),
        ],
    },
    "parts": [
        ("أين عُقد المؤتمر التأسيسي؟", "في فاس، يوم 3 مايو 1982."),
        (
            "ما القطاعات التي يشملها عمل الإيسيسكو؟",
            "التربية؛ والثقافة؛ والعلوم والتكنولوجيا والابتكار؛ والعلوم الإنسانية والاجتماعية.",
        ),
    ],
    "action_title": "تعرّفوا على غاية المؤسسة",
    "action_label": "رسالتنا",
    "sectors_title": "القطاعات الأربعة",
    "sectors": [
        "التربية",
        "الثقافة",
        "العلوم والتكنولوجيا والابتكار",
        "العلوم الإنسانية والاجتماعية",
    ],
}

FRENCH: dict[str, Any] = {
    "institution": "ISESCO",
    "section": "Secteurs d’activité",
    "paragraph": (
        "L’Organisation islamique pour l’éducation, les sciences et la culture (ISESCO) est une "
        "<b>institution autonome</b> vouée à l’action islamique commune."
    ),
    "emphasis": (
        "L’ISESCO agit dans <i>quatre secteurs d’activité</i>\u00a0: l’éducation, la culture, la "
        "science, la technologie et l’innovation, et les sciences humaines et sociales."
    ),
    "objectives": [
        "Former les élites du monde islamique",
        "Développer les capacités, les compétences et l’expertise liées au développement durable",
        "Ancrer la culture de l’excellence et développer la démarche qualité",
        "Promouvoir la recherche, l’innovation et l’entrepreneuriat",
        "Promouvoir les principes humains universels et les droits fondamentaux",
        "Renforcer l’action collective et les partenariats mutuellement avantageux",
    ],
    "mission_title": "Notre mission",
    "mission": (
        "La formation des décideurs de demain, le partage de l’expertise et l’appui "
        "institutionnel, l’optimisation des politiques de développement et des systèmes "
        "d’innovation et de connaissance"
    ),
    "caption": "Une légende dit ce que montre l’image et pourquoi elle est là.",
    "documents_title": "Documents",
    "document": "Exemple de document",
    "video_title": "Exemple de vidéo",
    "video_caption": "Rien n’est chargé depuis la plateforme vidéo avant la lecture.",
    "figures": [
        ("11", "objectifs"),
        ("4", "secteurs d’activité"),
        ("3", "objectifs stratégiques"),
        ("1982", "Conférence constitutive à Fès"),
    ],
    "timeline": [
        (
            "3 mai 1982",
            "Conférence constitutive",
            "Tenue à Fès, capitale scientifique du Royaume du Maroc.",
        ),
        (
            "2016–2018",
            "Plan d’action",
            "Deux priorités servent de guide dans le domaine de l’éducation.",
        ),
    ],
    "table": {
        "caption": "Le Plan d’action en chiffres",
        "headings": ["Élément du plan", "Période", "Nombre"],
        "rows": [
            ("Objectifs stratégiques", "2016–2018", 3),
            ("Priorités en éducation", "2016–2018", 2),
        ],
    },
    "parts": [
        ("Où s’est tenue la Conférence constitutive\u202f?", "À Fès, le 3 mai 1982."),
        (
            "Dans quels secteurs l’ISESCO agit-elle\u202f?",
            (
                "L’éducation\u202f; la culture\u202f; la science, la technologie et "
                "l’innovation\u202f; les sciences humaines et sociales."
            ),
        ),
    ],
    "action_title": "Lisez à quoi sert l’institution",
    "action_label": "Notre mission",
    "sectors_title": "Les quatre secteurs",
    "sectors": [
        "Éducation",
        "Culture",
        "Science, technologie et innovation",
        "Sciences humaines et sociales",
    ],
}

BY_LANGUAGE = {"ar": ARABIC, "en": ENGLISH, "fr": FRENCH}
